import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const forbidden: [file: string, imports: string, reason: string][] = [
  ['src/protocol/a.ts', '../store/item.ts', 'src/protocol holds what the specifications say'],
  ['src/protocol/b.ts', 'webextension-polyfill', 'src/protocol is pure'],
  ['src/provider/a.ts', '../handover/curl.ts', 'src/provider holds what is particular to a provider'],
  ['src/handover/a.ts', '../provider/cognito.ts', 'src/handover makes text from records'],
  ['src/capture/a.ts', '../store/item.ts', 'storage, fetch and time come in as arguments'],
  ['src/capture/b.ts', '../platform/tabs.ts', 'storage, fetch and time come in as arguments'],
  ['src/verify/a.ts', '../actions/sign-in.ts', 'storage, fetch and time come in as arguments'],
  ['src/actions/a.ts', '../platform/tabs.ts', 'fetch, storage and tabs come in as arguments'],
  ['src/store/a.ts', '../capture/inbox.ts', 'src/store is one typed item per storage key'],
  ['src/platform/a.ts', '../protocol/url.ts', 'it knows nothing of the house'],
  ['src/platform/b.ts', 'webextension-polyfill', 'src/platform/browser.ts is the one file that imports it'],
  ['src/messages.ts', './store/item.ts', 'the contract between popup and worker'],
  ['popup/views/a.tsx', '../../src/capture/inbox.ts', 'capturing, judging and acting belong to the worker'],
  ['popup/b.ts', '../src/actions/sign-in.ts', 'capturing, judging and acting belong to the worker'],
  ['popup/c.ts', '../src/background.ts', 'capturing, judging and acting belong to the worker'],
  ['popup/d.ts', '../src/verify/judge.ts', 'capturing, judging and acting belong to the worker'],
  ['popup/f.ts', '../src/worker/answers.ts', 'capturing, judging and acting belong to the worker'],
  ['src/capture/c.ts', '../worker/world.ts', 'storage, fetch and time come in as arguments'],
  ['popup/e.ts', 'webextension-polyfill', 'capturing, judging and acting belong to the worker'],
];

const allowed: [file: string, imports: string][] = [
  ['src/provider/ok.ts', '../protocol/url.ts'],
  ['src/capture/ok.ts', '../provider/cognito.ts'],
  ['src/store/ok.ts', '../platform/area.ts'],
  ['src/platform/browser.ts', 'webextension-polyfill'],
  ['src/background.ts', './capture/inbox.ts'],
  ['src/worker/ok.ts', '../actions/sign-in.ts'],
  ['popup/ok.ts', '../src/store/item.ts'],
];

const house = mkdtempSync(path.join(tmpdir(), 'claimcheck-lint-'));
const said = new Map<string, string>();

beforeAll(() => {
  const { $schema: _, vcs: __, ...config } = JSON.parse(readFileSync('biome.json', 'utf8'));
  writeFileSync(path.join(house, 'biome.json'), JSON.stringify(config));
  for (const [file, imports] of [...forbidden, ...allowed])
    put(file, `import { thing } from '${imports}';\n\nthing();\n`);
  put('src/protocol/globals.ts', "export const load = () => fetch('https://op.example');\n");
  const biome = path.resolve('node_modules/.bin/biome');
  const run = spawnSync(biome, ['lint', '--reporter=json', '--max-diagnostics=none'], { cwd: house, encoding: 'utf8' });
  for (const { location, message, advices } of JSON.parse(run.stdout).diagnostics) {
    const file = String(location?.path?.file ?? location?.path).replaceAll('\\', '/');
    said.set(file, `${said.get(file) ?? ''}${JSON.stringify([message, advices])}`);
  }
});
afterAll(() => rmSync(house, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}

describe('an import against the direction of the house fails the lint with the reason', () => {
  test.each(forbidden)('%s must not import %s', (file, _, reason) => expect(said.get(file)).toContain(reason));
});

describe('an import along the direction of the house passes', () => {
  test.each(allowed)('%s may import %s', (file) => expect(said.get(file)).toBeUndefined());
});

test('protocol names no global of a browser', () => {
  expect(said.get('src/protocol/globals.ts')).toContain('global variable fetch');
});
