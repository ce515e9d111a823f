import { single } from '../../protocol/answer.ts';
import { type Capture, tokenNames } from '../../protocol/records.ts';
import type { Known } from '../known.ts';
import { findText, type TokenResponse } from './answer.ts';

/** The tokens of an answer of the token endpoint that are text. */
export function tokensIn(response: TokenResponse): Capture['tokens'] {
  if (response.kind !== 'tokens') return {};
  const named = tokenNames.map((name) => [name, findText(response.members, name)] as const);
  return Object.fromEntries(named.filter(([, token]) => token !== undefined));
}

/** The access token that came with an ID token is the one that its `at_hash` speaks of. */
export function withAccessToken(known: Known, { access_token }: Capture['tokens']): Known {
  return { ...known, capture: { ...known.capture, tokens: access_token === undefined ? {} : { access_token } } };
}

/** What an answer of the token endpoint must not make a verdict tell: what was sent there, and what came. */
export function secretsOf({ capture }: Pick<Known, 'capture'>, ...others: Capture['tokens'][]): (string | undefined)[] {
  const tokens = [capture.tokens, ...others].flatMap((held) => Object.values(held));
  return [single(capture.params, 'code'), ...tokens];
}
