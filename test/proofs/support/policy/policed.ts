import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackedId } from '../../../../tools/browsers/unpacked-id.mjs';
import { findBrowser, OVERRIDES } from '../../../../tools/find-browser.mjs';

type Kind = 'chromium' | 'firefox';

/** Where each browser looks for the policies of its administrator, on Linux. */
const places: Record<Kind, string> = { chromium: '/etc/chromium/policies/managed', firefox: '/etc/firefox/policies' };

// The browser is started in a mount namespace of its own: its /etc is a layer over the machine's, which stays as it is.
const layered = [
  'ram="$1" policies="$2" place="$3"; shift 3',
  'mount -t tmpfs tmpfs "$ram" && mkdir "$ram/upper" "$ram/work"',
  'mount -t overlay overlay -o "lowerdir=/etc,upperdir=$ram/upper,workdir=$ram/work" /etc',
  'mkdir -p "$place" && mount --bind "$policies" "$place"',
];
const isRoot = process.getuid?.() === 0;
const unshare = ['unshare', '--mount', ...(isRoot ? [] : ['--map-root-user'])];

/** Why no policy file can be laid before a browser here; undefined where one can. */
export function whyNoPolicy(): string | undefined {
  if (process.platform !== 'linux') return 'policy files are laid before a browser on Linux alone';
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-policy-'));
  const [command = '', ...args] = [...unshare, 'sh', '-ec', [...layered, 'true'].join('\n'), 'sh'];
  const { status } = spawnSync(command, [...args, folder, folder, '/etc/claimcheck-tried'], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
  return status === 0 ? undefined : 'this machine lets nobody mount a layer over /etc (unshare --mount, overlay)';
}

/**
 * From now on the browser of this kind starts with a policy file that gives the extension in `dist` these items of
 * storage.managed. `end` takes it back.
 */
export function policed(kind: Kind, dist: string, items: object): { end(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-policy-'));
  const [ram, policies] = [join(folder, 'ram'), join(folder, 'policies')];
  for (const one of [ram, policies]) mkdirSync(one);
  const [name, content] = policyFile(kind, dist, items);
  writeFileSync(join(policies, name), JSON.stringify(content));
  const before = process.env[OVERRIDES[kind]];
  const started = [findBrowser(kind) ?? kind, ...(kind === 'chromium' && !isRoot ? ['--no-sandbox'] : [])];
  const words = [...unshare, 'sh', '-ec', [...layered, 'exec "$@"'].join('\n'), 'sh', ram, policies, places[kind]];
  const script = join(folder, 'browser.sh');
  const line = [...words, ...started].map((word) => `'${word}'`).join(' ');
  writeFileSync(script, `#!/bin/sh\nexec ${line} "$@"\n`, { mode: 0o755 });
  process.env[OVERRIDES[kind]] = script;
  return {
    end() {
      if (before === undefined) delete process.env[OVERRIDES[kind]];
      else process.env[OVERRIDES[kind]] = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function policyFile(kind: Kind, dist: string, items: object): [name: string, content: object] {
  if (kind === 'chromium')
    return ['claimcheck.json', { '3rdparty': { extensions: { [unpackedId(realpathSync(dist))]: items } } }];
  return ['policies.json', { policies: { '3rdparty': { Extensions: { 'claimcheck@claimcheck.dev': items } } } }];
}
