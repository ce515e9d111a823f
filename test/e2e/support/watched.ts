import { appendFileSync, mkdirSync } from 'node:fs';
import type { Driver } from '../../../tools/browsers/driver.ts';
import { noteFinding } from '../../support/whole.ts';
import { type Call, callsOf, isOfExtension, unaccounted } from './calls.ts';
import { type Passed, type RecordingProxy, startProxy } from './recording-proxy.ts';
import { whoAsked } from './who-asked.ts';

/** What a browser that is watched can do beyond the others. */
export type Watched = Driver & {
  /** What the extension called so far. */
  calls(): Promise<Call[]>;
  /** Each request of the extension that left the browser, without those that ask whether another may be sent. */
  left(): Passed[];
  /** Says that a person asked for this address in words of their own: an issuer that is typed and looked up, for one. */
  expectCalls(...addresses: string[]): void;
  /** From now on nothing gets through, as with no network; `false`: all is as it was. */
  cutNetwork(isCut?: boolean): void;
};

/**
 * A browser whose every request goes through a recording proxy. When it is closed, all that the extension called must be
 * accounted for by the profiles that were stored meanwhile, and every other host by a test or by the browser itself.
 */
export async function watched(launch: (proxy: RecordingProxy) => Promise<Driver>): Promise<Watched> {
  const proxy = await startProxy();
  const expected = new Set<string>();
  const launched = await launch(proxy).catch(async (error) => {
    await proxy.close();
    throw error;
  });
  const calls = async () => callsOf(await launched.asked(), proxy.passed, launched.origin);
  const close = launched.close.bind(launched);
  return Object.assign(launched, {
    calls,
    left: () =>
      proxy.passed.filter(({ method, headers }) => method !== 'OPTIONS' && isOfExtension(headers, launched.origin)),
    expectCalls: (...addresses: string[]) => {
      for (const address of addresses) expected.add(address);
    },
    cutNetwork: (isCut = true) => {
      proxy.isCut = isCut;
    },
    async close() {
      let strange: Call[] = [];
      let unknown: string[] = [];
      try {
        const [made, stored] = [await calls(), await launched.stored()];
        const asked = whoAsked(proxy.passed, made, stored, launched.origin);
        noteFinding('proofs', { proof: 'what left a browser', in: launched.kind, ...asked });
        unknown = asked.nobody;
        strange = unaccounted(made, stored).filter(({ address }) => !expected.has(address));
        list(launched.kind, made);
      } finally {
        await close();
        await proxy.close();
      }
      if (strange.length > 0) throw new Error(`The extension called what no profile names:\n${lines(strange)}`);
      if (unknown.length > 0) throw new Error(`Requests left for hosts that nobody named:\n${unknown.join('\n')}`);
    },
  });
}

function lines(calls: readonly Call[]): string {
  return calls.map(({ method, address }) => `${method} ${address}`).join('\n');
}

/** The list of all runs, for a person to read. */
function list(kind: Driver['kind'], calls: readonly Call[]): void {
  if (calls.length === 0) return;
  mkdirSync('reports', { recursive: true });
  appendFileSync('reports/requests.txt', `${kind}\n${lines(calls)}\n\n`);
}
