import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from '../../tools/browsers/driver.ts';
import { waitUntil } from '../../tools/wait-until.mjs';
import { html, type PageServer, servePages } from '../e2e/support/page-server.ts';
import { type RecordingProxy, startProxy } from '../e2e/support/recording-proxy.ts';
import { visit } from '../e2e/support/visit.ts';
import { noteFinding, whole } from '../support/whole.ts';
import { patience } from './support/disk/journey.ts';
import { launchOn } from './support/disk/launch.ts';
import type { Place } from './support/disk/place-of.ts';
import { searchProfile } from './support/disk/search-profile.ts';

const kinds = ['chromium', 'firefox'] as const;
/** What the provider and the app say of the cache: as most do, and as privacy.md has it. */
const saying = { nothing: {}, 'no-store': { 'cache-control': 'no-store' } };
const secret = () => randomBytes(32).toString('base64url');

// what of an answer the cache keeps is the browser's doing: one browser each is enough, in a whole run alone
describe.runIf(whole('proofs', true, false)).each(kinds)('%s: what the cache keeps of an answer', (kind) => {
  const made = (['nothing', 'no-store'] as const).flatMap((says) => [
    { name: `token, ${says} said`, says, value: secret(), inAddress: true },
    { name: `code, ${says} said`, says, value: secret(), inAddress: true },
  ]);
  const [token, code, tokenOfNoStore, codeOfNoStore] = made.map(({ value }) => value);
  const answers = {
    nothing: `?code=${code}#access_token=${token}`,
    'no-store': `?code=${codeOfNoStore}#access_token=${tokenOfNoStore}`,
  };
  let server: PageServer;
  let proxy: RecordingProxy;
  let profileDir: string;
  let driver: Driver | undefined;

  beforeAll(async () => {
    server = await servePages(({ url = '' }, response) => {
      const [, says, at] = /^\/([a-z-]+)\/(authorize|callback)/.exec(url) ?? [];
      if (says !== 'nothing' && says !== 'no-store') {
        response.writeHead(404).end();
        return;
      }
      for (const [name, value] of Object.entries(saying[says])) response.setHeader(name, value);
      if (at === 'authorize') response.writeHead(302, { location: `/${says}/callback${answers[says]}` }).end();
      else html(response, 'signed in');
    });
    proxy = await startProxy();
  });
  afterAll(async () => {
    await proxy?.close();
    await server?.close();
  });
  beforeEach(() => {
    profileDir = mkdtempSync(path.join(tmpdir(), `claimcheck-caches-${kind}-`));
  });
  afterEach(async () => {
    await driver?.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each(['killed', 'closed'] as const)(
    'what is said to be no-store is not on disk, the rest is: %s',
    async (end) => {
      const running = await launchOn(kind, profileDir, proxy);
      driver = running;
      const isWanted = ({ kind }: Place) => kind === 'Cache' || kind === 'cache2';
      const kept = () => {
        const { hits } = searchProfile(profileDir, made, running, { isWanted });
        return [...new Set(hits.map(({ secret }) => secret.name))].sort();
      };
      const ofNothing = ['code, nothing said', 'token, nothing said'];
      await visit(running, `${server.origin}/no-store/authorize`);
      await visit(running, `${server.origin}/nothing/authorize`);
      // Firefox lets go of what it has not written yet when it closes
      const isKept = () => ofNothing.every((name) => kept().includes(name));
      await waitUntil(isKept, { timeout: patience, interval: 500, what: 'the cache to be written' });
      await (end === 'killed' ? running.kill() : running.close());
      noteFinding('proofs', { proof: 'cache', browser: kind, end, kept: kept() });
      expect(kept()).toEqual(ofNothing);
    },
  );
});
