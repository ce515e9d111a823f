import type { ComparedTokens, Form } from '../../../src/protocol/compare/compare-tokens.ts';

const words: Record<Form, string> = {
  claims: 'with claims',
  no_claims: 'without claims that can be read',
  encrypted: 'encrypted',
  opaque: 'opaque',
  none: '',
};

/** What is said of two tokens that cannot be taken apart. '' where there is none. */
export function wholeWords({ a, b, isSame }: ComparedTokens): { a: string; b: string; isSame: boolean } {
  return { a: words[a], b: words[b], isSame: isSame || (a === 'none' && b === 'none') };
}
