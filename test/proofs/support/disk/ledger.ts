import { randomBytes } from 'node:crypto';
import type { Capture } from '../../../../src/protocol/records.ts';
import type { Provider } from '../../../support/provider/serve.ts';
import type { Secret } from './needles.ts';

/** Every secret of a run, each once. */
export class Ledger {
  #secrets = new Map<string, Secret>();

  get secrets(): Secret[] {
    return [...this.#secrets.values()];
  }

  add(name: string, value: string | null | undefined, inAddress = false): void {
    if (!value) return;
    const known = this.#secrets.get(value);
    if (known) known.inAddress ||= inAddress;
    else this.#secrets.set(value, { name, value, inAddress });
  }

  /** What came to the provider, by its own list. */
  addAsked({ requests, sent }: Provider): void {
    for (const { path, query } of requests) {
      if (path !== '/authorize') continue;
      this.add('state', query.get('state'), true);
      this.add('nonce', query.get('nonce'), true);
    }
    for (const { form } of sent) {
      this.add('code', form.code, true);
      this.add('verifier', form.code_verifier);
      this.add('refresh token', form.refresh_token);
      this.add('client secret', form.client_secret);
    }
  }

  /** What is held in memory. */
  addHeld(captures: readonly Capture[]): void {
    for (const { source, startedHere, params, tokens, replaced, original } of captures) {
      for (const [name, value] of params) if (/^(?:code|state)$/.test(name)) this.add(name, value, true);
      const isFromAddress = startedHere && source === 'fragment';
      for (const [set, where] of [
        [tokens, isFromAddress],
        [replaced?.tokens ?? {}, false],
        [{ id_token: original?.id_token }, false],
      ] as const) {
        for (const [name, value] of Object.entries(set)) {
          this.add(where ? `${name} in the fragment` : `${name} of the token endpoint`, value, where);
        }
      }
    }
  }
}

/** A secret that compresses well: beneath compression no piece of it that is looked for is left in one. */
export function compressible(): string {
  return randomBytes(8).toString('hex').repeat(12);
}
