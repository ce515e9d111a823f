import { repeatedNames, single } from '../../protocol/answer.ts';
import type { Capture, Profile } from '../../protocol/records.ts';
import { readStrictly, type StrictToken } from '../../protocol/strict-token.ts';
import type { Known } from '../known.ts';
import { findResponseType, type ResponseType } from '../response-type.ts';
import type { About } from '../verdict.ts';
import { cameTwice } from './reasons.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** An authorization response as it is judged. */
export type AuthorizationResponse = {
  known: Known;
  capture: Capture;
  profile: Profile | undefined;
  /** The parameters; of an answer that came as a JWT (JARM section 2.1), those inside it. */
  pairs: Pairs;
  /** A token that was pasted or imported without the address it came in: no answer, and there is no address. */
  isTokenAlone: boolean;
  isJarm: boolean;
  /** Why the parameters cannot be read, of an answer that came as a JWT. */
  sealed?: string;
};

/** Reads what a capture holds of an authorization response. Never throws. */
export function readResponse(known: Known): AuthorizationResponse {
  const { capture, profile } = known;
  const isTokenAlone = capture.callback === '';
  const isJarm = capture.params.some(([name, value]) => name === 'response' && value !== '');
  const about = { known, capture, profile, isTokenAlone, isJarm };
  if (!isJarm) return { ...about, pairs: capture.params };
  const text = single(capture.params, 'response');
  if (text === undefined) return { ...about, pairs: [], sealed: cameTwice('response') };
  const token = readStrictly(text);
  if (token.kind === 'signed' && token.isPayloadReadable) return { ...about, pairs: pairsOf(token) };
  return { ...about, pairs: [], sealed: token.kind === 'encrypted' ? encrypted : unreadable };
}

const encrypted =
  'The answer is encrypted, so its parameters are not known. Have the provider send it signed alone to check this.';
const unreadable =
  'The answer is no JWT that can be read, so its parameters are not known. Sign in again to check this.';

function pairsOf({ claims }: StrictToken & { kind: 'signed' }): Pairs {
  return [...claims].flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
}

/** The value of a parameter that came exactly once and is not empty, a token's among them. */
export function findValue({ pairs, capture: { tokens } }: AuthorizationResponse, name: string): string | undefined {
  const token = new Map<string, string>(Object.entries(tokens)).get(name);
  return single(pairs, name) ?? token;
}

/** Whether a parameter came with a value, once or more often, or with one that was too long to keep. */
export function hasValue(response: AuthorizationResponse, name: string): boolean {
  if (findValue(response, name) !== undefined || isTooLong(response, name)) return true;
  return response.pairs.some((pair) => pair[0] === name && pair[1] !== '');
}

export function isRepeated({ pairs }: AuthorizationResponse, name: string): boolean {
  return repeatedNames(pairs).includes(name);
}

/** Whether a parameter had a value that was too long to keep: it stands empty among the parameters. */
export function isTooLong({ capture: { events } }: AuthorizationResponse, name: string): boolean {
  return events.some(({ kind, detail }) => kind === 'refused' && detail?.startsWith(`${name} has `));
}

/** The error of an answer, also of one that came as a JWT. */
export function findError(response: AuthorizationResponse): string | undefined {
  return response.capture.error?.error ?? single(response.pairs, 'error');
}

/** The response type that was asked for. Undefined when nothing says it, and of a token that came alone. */
export function responseTypeOf({ known, isTokenAlone }: AuthorizationResponse): ResponseType | undefined {
  const type = isTokenAlone ? undefined : findResponseType(known);
  return type?.size ? type : undefined;
}

/** The verdicts on what came with an access token are about it. */
export function aboutAccessToken({ capture: { source } }: AuthorizationResponse): About {
  return { token: 'access_token', from: source === 'token_endpoint' ? 'token_endpoint' : 'front_channel' };
}

/** The metadata of the issuer (OpenID Connect Discovery section 3), where it could be fetched. */
export function findMetadata({ known: { discovered } }: AuthorizationResponse): Record<string, unknown> | undefined {
  return discovered?.ok ? discovered.metadata.document : undefined;
}
