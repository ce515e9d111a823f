import type { Unrelated } from '../../../src/protocol/compare/unrelated.ts';

/** Why a comparison says little: what happened, and what that means for it. */
export function unrelatedWords({ what }: Unrelated, all: readonly Unrelated[]): { heading: string; text: string } {
  switch (what) {
    case 'issuer':
      return {
        heading: 'Two unrelated logins',
        text: 'Their issuers differ: users, clients and keys of one mean nothing at the other. What is the same is so by chance.',
      };
    case 'client':
      return {
        heading: 'Two clients',
        text: 'The logins are of different clients, which may have other scopes, claims and lifetimes of their own.',
      };
    case 'user':
      return {
        heading: 'Two users',
        text: all.some((one) => one.what === 'client')
          ? 'The sub differs: another person, or the same one, whom some providers name differently to each client.'
          : 'The sub differs: what differs below is mostly what two persons differ in.',
      };
  }
}
