import type { Capture } from '../../../src/protocol/records.ts';
import { decodeToken, type Member } from '../../../src/protocol/token.ts';
import { captureTitle } from '../capture/capture-line.ts';
import { valueText } from '../claims/claim-value.ts';
import { hostOf } from '../provider-words.ts';
import { readUserinfo } from '../userinfo/userinfo-answer.ts';

/** A compact JWS or JWE (RFC 7515 section 7.1, RFC 7516 section 7.1), wherever it stands: its header is an object in base64url. */
const tokenString = /ey[JA][\w-]*(?:\.[\w-]*){2,4}/g;

/**
 * All by which a capture is found, folded: what the list calls it, claims of ID and access token and of userInfo with name
 * and value, error codes with their descriptions, the callback's host. Never a token's own string. Reads the tokens.
 */
export function searchText(capture: Capture): string {
  const { tokens, error, tokenFailure, callback } = capture;
  const members = [...claimsOf(tokens.id_token), ...claimsOf(tokens.access_token)];
  const errors = [error?.error, error?.description, tokenFailure?.error, tokenFailure?.description];
  const pieces = [captureTitle(capture), ...members, ...userinfoPieces(capture), ...errors, hostOf(callback)];
  const text = pieces.filter((piece) => piece !== undefined).join('\n');
  return fold(text.replace(tokenString, ' '));
}

/** A text as it is compared: without case, without accents, in one form of Unicode. */
export function fold(text: string): string {
  // most of it is ASCII, which has one form
  if (!beyondAscii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mn}/gu, '');
}

const beyondAscii = /[\u0080-\uffff]/;

function claimsOf(token: string | undefined): string[] {
  const decoded = token === undefined ? undefined : decodeToken(token);
  if (decoded?.kind !== 'signed') return [];
  return [...memberPieces(decoded.claims), ...decoded.rounded.map(([, source]) => source)];
}

function userinfoPieces({ userinfo }: Capture): (string | undefined)[] {
  const answer = userinfo && readUserinfo(userinfo, undefined);
  if (answer?.kind === 'claims') return memberPieces(answer.members);
  return answer?.kind === 'refused' ? [answer.refusal.error, answer.refusal.description] : [];
}

function memberPieces(members: readonly Member[]): string[] {
  return members.map(([name, value]) => `${name} ${valueText(value)}`);
}
