import { type TokenName, tokenNames } from '../records.ts';
import { type CheckChange, compareChecks } from './compare-checks.ts';
import { compareMembers, type Difference } from './compare-members.ts';
import { type ComparedTokens, compareTokens } from './compare-tokens.ts';
import { compareUserinfo } from './compare-userinfo.ts';
import { type Login, loginFacts, unsureFacts } from './login-facts.ts';
import { loginRules } from './rules.ts';
import { findUnrelated, type Unrelated } from './unrelated.ts';

export type ComparedPart = { name: TokenName | 'userinfo'; compared: ComparedTokens };

/** Two captures side by side, from A to B. */
export type ComparedCaptures = {
  unrelated: Unrelated[];
  /** The three tokens, and userInfo where both have an answer. */
  parts: ComparedPart[];
  facts: Difference[];
  /** Undefined while one of the two is still being checked. */
  checks: CheckChange[] | undefined;
  /** How long B came after A, in ms. */
  apart: number;
};

/** Compares two captures: their tokens, what userInfo said, and the logins themselves. */
export function compareCaptures(a: Login, b: Login): ComparedCaptures {
  const [before, after] = [a.capture, b.capture];
  const tokens = tokenNames.map((name) => ({ name, compared: compareTokens(before.tokens[name], after.tokens[name]) }));
  const userinfo = compareUserinfo(before.userinfo, after.userinfo);
  return {
    unrelated: findUnrelated(a, b),
    parts: [...tokens, ...(userinfo ? [{ name: 'userinfo' as const, compared: userinfo }] : [])],
    facts: compareMembers(loginFacts(a), loginFacts(b), loginRules).filter(isKnown),
    checks: compareChecks(before, after),
    apart: after.capturedAt - before.capturedAt,
  };
}

/** What is not known of one of the two is no difference. */
function isKnown({ kind, path }: Difference): boolean {
  return !((kind === 'added' || kind === 'removed') && unsureFacts.includes(String(path[0])));
}
