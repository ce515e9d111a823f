import { repeatedNames, single } from '../../protocol/answer.ts';
import { type Jarm, readJarm } from '../../protocol/jarm.ts';
import { type Capture, type Profile, tokenNames } from '../../protocol/records.ts';
import { findValueRefusal } from '../../protocol/refusal.ts';
import type { Known } from '../known.ts';
import { findResponseType, type ResponseType } from '../response-type.ts';
import type { About } from '../verdict.ts';
import { cameTwice, tooLong } from './reasons.ts';

type Pairs = readonly (readonly [name: string, value: string])[];

/** An authorization response as it is judged. */
export type AuthorizationResponse = {
  known: Known;
  capture: Capture;
  profile: Profile | undefined;
  /** The parameters; of an answer that came as a JWT (JARM section 2.1), those inside it. */
  pairs: Pairs;
  /** Of one that was pasted or imported without the address it came in nothing that is bound to the address is known. */
  hasUrl: boolean;
  /** A token and nothing beside it, pasted or imported without an address: no answer. */
  isTokenAlone: boolean;
  isJarm: boolean;
  /** Why the parameters cannot be read, of an answer that came as a JWT. */
  sealed?: string;
};

/** Reads what a capture holds of an authorization response. Never throws. */
export function readResponse(known: Known): AuthorizationResponse {
  const { capture, profile } = known;
  const { params } = capture;
  const hasUrl = capture.callback !== '';
  const about = { known, capture, profile, hasUrl, isTokenAlone: !hasUrl && isLoneToken(capture) };
  const refusal = findValueRefusal(capture.events, 'response');
  if (refusal !== undefined) return { ...about, pairs: [], isJarm: true, sealed: tooLong(refusal) };
  const jarm = readJarm(params);
  if (!jarm) return { ...about, pairs: params, isJarm: false };
  if ('pairs' in jarm) return { ...about, pairs: jarm.pairs, isJarm: true };
  return { ...about, pairs: [], isJarm: true, sealed: sealedReasons[jarm.sealed] };
}

const sealedReasons: Record<Extract<Jarm, { sealed: unknown }>['sealed'], string> = {
  repeated: cameTwice('response'),
  encrypted:
    'The answer is encrypted, so its parameters are not known. Have the provider send it signed alone to check this.',
  unreadable: 'The answer is no JWT that can be read, so its parameters are not known. Sign in again to check this.',
};

function isLoneToken({ params, source }: Capture): boolean {
  return source !== 'token_endpoint' && params.length === 1 && tokenNames.some((name) => name === params[0]?.[0]);
}

/** The same, with the parameters and tokens of an answer that came as a JWT where those of any other stand. */
export function unwrapped({ known, capture, pairs, isJarm }: AuthorizationResponse): Known {
  if (!isJarm) return known;
  const tokens = { ...capture.tokens };
  for (const name of tokenNames) {
    const value = single(pairs, name);
    if (value !== undefined) tokens[name] = value;
  }
  return { ...known, capture: { ...capture, params: pairs.map(([name, value]) => [name, value]), tokens } };
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
  return findValueRefusal(events, name) !== undefined;
}

/** The error of an answer, also of one that came as a JWT. */
export function findError(response: AuthorizationResponse): string | undefined {
  const error = response.capture.error?.error ?? single(response.pairs, 'error');
  return error ?? (isTooLong(response, 'error') ? 'a code that was too long to keep' : undefined);
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
