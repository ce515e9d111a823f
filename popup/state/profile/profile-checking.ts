import { isHmac } from '../../../src/protocol/jws-algorithms.ts';
import type { Profile } from '../../../src/protocol/records.ts';

/** How the tokens of a profile are checked, as it stands in the form. An empty text is the default. */
export type Checking = {
  idTokenAlgs: string;
  /** In seconds. */
  clockSkew: string;
  /** In seconds. */
  iatWindow: string;
  anyLoopbackPort: boolean;
};

export const noChecking: Checking = { idTokenAlgs: '', clockSkew: '', iatWindow: '', anyLoopbackPort: false };

/** The signature algorithms that can be checked (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864). */
const knownAlgs = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
  ...['HS256', 'HS384', 'HS512', 'none'],
];

type Stored = Pick<Profile, 'idTokenAlgs' | 'clockSkew' | 'iatWindow' | 'anyLoopbackPort'>;

export function checkingOf({ idTokenAlgs = [], clockSkew, iatWindow, anyLoopbackPort = false }: Stored): Checking {
  return {
    idTokenAlgs: idTokenAlgs.join(' '),
    clockSkew: clockSkew === undefined ? '' : String(clockSkew),
    iatWindow: iatWindow === undefined ? '' : String(iatWindow),
    anyLoopbackPort,
  };
}

/** The members that the form makes; what was not touched stays as it is stored. */
export function checkingMembers(checking: Checking, base: Stored = {}): Stored {
  const before = checkingOf(base);
  const algs = checking.idTokenAlgs === before.idTokenAlgs ? base.idTokenAlgs : parseAlgs(checking.idTokenAlgs);
  const clockSkew = parseSeconds(checking.clockSkew);
  const iatWindow = parseSeconds(checking.iatWindow);
  return {
    ...(algs && { idTokenAlgs: algs }),
    ...(clockSkew !== undefined && { clockSkew }),
    ...(iatWindow !== undefined && { iatWindow }),
    ...(checking.anyLoopbackPort && { anyLoopbackPort: true }),
  };
}

/** The algorithms of a text, each once, spelt as they are registered; undefined for none. */
function parseAlgs(text: string): string[] | undefined {
  const algs = readAlgs(text);
  return algs.length > 0 ? algs : undefined;
}

export function readAlgs(text: string): string[] {
  const typed = text.split(/[\s,]+/).filter((alg) => alg !== '');
  return [...new Set(typed.map((alg) => knownAlgs.find((one) => one.toLowerCase() === alg.toLowerCase()) ?? alg))];
}

export function isKnownAlg(alg: string): boolean {
  return knownAlgs.includes(alg);
}

/** Seconds as they are typed; undefined for an empty text, not a number for anything else that is none. */
export function parseSeconds(text: string): number | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  return /^\d{1,10}(?:\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}

/** Whether an algorithm is named that signs with the client secret. */
export function wantsHmac({ checking }: { checking: Checking }): boolean {
  return readAlgs(checking.idTokenAlgs).some(isHmac);
}
