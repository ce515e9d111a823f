import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { browsers, manifestFor } from '../build.mjs';

const read = (name: string) => readFileSync(name, 'utf8');
const source = JSON.parse(read('manifest.json'));
const listing = read('docs/store/listing.md');
const section = (title: string) =>
  listing
    .split(/^## /m)
    .find((text) => text.startsWith(`${title}\n`))
    ?.slice(title.length)
    .trim() ?? '';
const firstLine = (text: string) => text.split('\n')[0] ?? '';

/** What the tables of docs/store/permissions.md say of each permission and host. */
const reasons = new Map(
  read('docs/store/permissions.md')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, first, ...rest]) => {
      const name = /^`([^`]+)`$/.exec(first ?? '')?.[1];
      return name ? [[name, rest.filter(Boolean).at(-1) ?? ''] as const] : [];
    }),
);

const askedBy = (browser: (typeof browsers)[number]): string[] => {
  const manifest = manifestFor(source, browser);
  const members = ['permissions', 'optional_permissions', 'host_permissions', 'optional_host_permissions'];
  return members.flatMap((member) => manifest[member] ?? []);
};

describe('docs/store/permissions.md', () => {
  test.each(browsers)('%s: has a reason for every permission and host', (browser) => {
    const asked = askedBy(browser);
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((name) => (reasons.get(name)?.length ?? 0) < 20)).toEqual([]);
  });
  test('has none for what nobody asks for', () => {
    const asked = new Set(browsers.flatMap(askedBy));
    expect([...reasons.keys()].filter((name) => !asked.has(name))).toEqual([]);
  });
});

test('the summary is the description of the manifest, and short enough for every store', () => {
  const summary = firstLine(section('Summary'));
  expect(summary).toBe(source.description);
  expect(summary.length).toBeLessThanOrEqual(132);
  expect(summary.length).toBeGreaterThan(40);
});

test('name, single purpose and description are as the stores take them', () => {
  expect(section('Name')).toBe(source.name);
  expect(section('Name').length).toBeLessThanOrEqual(45);
  expect(section('Single purpose').length).toBeLessThanOrEqual(1000);
  const { length } = section('Description');
  expect(length).toBeGreaterThanOrEqual(250);
  expect(length).toBeLessThanOrEqual(10_000);
  const terms = section('Search terms').split(', ');
  expect(terms.length).toBeLessThanOrEqual(7);
  for (const term of terms) expect(term.length, term).toBeLessThanOrEqual(30);
});

describe('pictures have the size that the stores want', () => {
  const named = [...listing.matchAll(/pictures\/([\w-]+)\.png/g)].map(([, name = '']) => name);
  const between = ['2-popup', '3-compare', '4-profile', '5-trust'];
  const sizes: Record<string, [number, number]> = { 'logo-300': [300, 300], 'tile-440': [440, 280] };
  test.each([...new Set([...named, ...between])])('%s', (name) => {
    const png = readFileSync(`docs/store/pictures/${name}.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(sizes[name] ?? [1280, 800]);
  });
  test.each(Object.entries<string>(source.icons))('icon %s', (size, file) => {
    const path = `popup/${file}`;
    expect(existsSync(path)).toBe(true);
    const png = readFileSync(path);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(size), Number(size)]);
  });
});

test('what browsers and stores want of the manifests', () => {
  expect(Object.keys(source.icons)).toEqual(['16', '32', '48', '96', '128']);
  expect(manifestFor(source, 'chromium').minimum_chrome_version).toBe('130');
  for (const member of ['key', 'update_url']) expect(manifestFor(source, 'chromium')).not.toHaveProperty(member);
  const settings = manifestFor(source, 'firefox').browser_specific_settings;
  expect(settings.gecko.strict_min_version).toBe('142.0');
  expect(settings).not.toHaveProperty('gecko_android');
});
