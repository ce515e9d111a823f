import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eventStep } from '../popup/state/timeline/event-step.ts';
import { tokenEvents } from '../src/actions/token-events.ts';
import { copyFormats } from '../src/handover/copy-formats.ts';
import { shellNames } from '../src/handover/shells.ts';
import { checkIds } from '../src/protocol/checks.ts';
import * as records from '../src/protocol/records.ts';
import { noticeSchema } from '../src/store/notices.ts';
import { capture, profile } from './support/records.ts';

const root = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(`src/${path}`));

/** The cells of every row of a page's tables. */
const rowsOf = (page: string) =>
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
const codeIn = (text = '') => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
/** What stands beside the key or member that the first cell of a row names. */
const recordRow = (name: string) =>
  rowsOf('docs/records.md')
    .find(([first]) => codeIn(first).includes(name))
    ?.slice(1)
    .join() ?? '';
const unique = (all: string[]) => [...new Set(all)].toSorted();

test('docs/checks.md names every check, and none that there is not', () => {
  const named = rowsOf('docs/checks.md').flatMap(([first = '']) => (first.startsWith('`') ? codeIn(first) : []));
  expect(named.toSorted()).toEqual(checkIds.toSorted());
});

describe('docs/records.md', () => {
  const events = recordRow('events');

  test('names every kind of event that is written', () => {
    // an event is an object with `at` and `kind`, and so are a notice and a failure of a call
    const objects = sources.flatMap((text) => text.match(/\{[^{}]*\bat\b[^{}]*\bkind: [^,{}]*/g) ?? []);
    const chosen = objects.flatMap((text) => (text.match(/kind: (.*)$/)?.[1] ?? '').match(/'([a-z_]+)'/g) ?? []);
    // where a function gives the kind
    const given = ['actions/clean-up', 'capture/take-in'].flatMap(
      (file) => read(`src/${file}.ts`).match(/(?<=return .*)'[a-z]+_[a-z_]+'/g) ?? [],
    );
    const named = sources.flatMap((text) => text.match(/(?<=\nconst (?:kind|tabClosed) = )'[a-z_]+'/g) ?? []);
    const ofCalls = Object.values(tokenEvents).flatMap(({ done, failed }) => [done, failed]);
    const written = unique([...chosen, ...given, ...named, ...ofCalls].map((name) => name.replaceAll("'", '')));
    expect(written.length).toBeGreaterThan(25);
    const noEvents: string[] = [...noticeSchema.entries.kind.options, ...records.revocationFailures, 'replayed'];
    expect(written.filter((kind) => !codeIn(events).includes(kind) && !noEvents.includes(kind))).toEqual([]);
  });

  test('names no kind of event that is not written, and each is told in the timeline', () => {
    const kinds = codeIn(events).filter((code) => /^[a-z_]+$/.test(code) && code !== 'detail');
    expect(kinds.length).toBeGreaterThan(40);
    const text = sources.join('\n');
    expect(kinds.filter((kind) => !text.includes(`'${kind}'`))).toEqual([]);
    const untold = kinds.filter((kind) => {
      const step = eventStep({ at: 0, kind }, capture(), profile());
      return typeof step?.what === 'object' && 'code' in step.what;
    });
    expect(untold).toEqual([]);
  });

  test('names every key of the storage', () => {
    const written = sources.flatMap((text) =>
      [...text.matchAll(/\b(?:listItem|item)\(\s*\w+,\s*'(\w+)'/g)].map(([, key = '']) => key),
    );
    // those that change together are read and written by src/store/session-records.ts
    const keys = unique([...written, 'sightings', 'chores', 'pastStates', 'setAside', 'settings', 'inbox:<id>']);
    expect(keys.length).toBeGreaterThan(30);
    const named = rowsOf('docs/records.md').flatMap(([first]) => codeIn(first));
    expect(keys.filter((key) => !named.includes(key))).toEqual([]);
  });

  test('names every member of a profile and of a capture', () => {
    const named = rowsOf('docs/records.md').flatMap(([first]) => codeIn(first));
    const members = [
      ...Object.keys(records.profileSchema.entries),
      ...Object.keys(records.captureSchema.entries).filter((member) => member !== 'profileId'),
    ];
    expect(members.filter((member) => !named.includes(member))).toEqual([]);
  });

  test('names every setting and every kind of notice', () => {
    expect(
      Object.keys(records.defaultSettings).filter((name) => !codeIn(recordRow('settings')).includes(name)),
    ).toEqual([]);
    const notices = noticeSchema.entries.kind.options;
    expect(notices.filter((kind) => !codeIn(recordRow('notices')).includes(kind))).toEqual([]);
  });
});

describe('docs/copying.md', () => {
  const rows = rowsOf('docs/copying.md').map(([first = '']) => first);

  test('names every form in the menu', () => {
    const text = rows.join(', ').replace(/ \(.*?\)/g, '');
    expect(copyFormats.map(({ label }) => label).filter((label) => !text.includes(label))).toEqual([]);
  });

  test('names every shell', () => {
    expect(Object.values(shellNames).filter((name) => !rows.includes(name))).toEqual([]);
  });
});

test('each link between the pages leads to a page or picture that is there', () => {
  const pages = [
    ...['README.md', 'PRIVACY.md', 'SECURITY.md', 'CHANGELOG.md'],
    ...['docs/', 'docs/store/'].flatMap((folder) =>
      readdirSync(new URL(folder, root)).flatMap((name) => (name.endsWith('.md') ? [`${folder}${name}`] : [])),
    ),
  ];
  const dead = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)|srcset="([^"]+)"|src="([^"]+)"/g)]
      .map(([, link, srcset, src]) => link ?? srcset ?? src ?? '')
      .filter((link) => !existsSync(new URL(link, new URL(page, root))))
      .map((link) => `${page}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('each file that a page names is there', () => {
  const pages = readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md'));
  const named = pages.flatMap(
    (page) => read(`docs/${page}`).match(/(?<=`)(?:src|popup|test|tools)\/[\w./-]+(?=`)/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

test('each threat that docs/threat-model.md says is stopped names the test that shows it', () => {
  const rows = rowsOf('docs/threat-model.md');
  const doors = rows.slice(rows.findIndex(([first]) => first === 'door'));
  const stopped = doors.filter(([first = '']) => first !== 'door' && !/^-+$/.test(first));
  expect(stopped.length).toBeGreaterThan(30);
  const without = stopped.filter(([, , tests = '']) => !codeIn(tests).some((name) => name.startsWith('test/')));
  expect(without.map(([door]) => door)).toEqual([]);
});

test('docs/architecture.md says of each folder what it imports, no more and no less', () => {
  const files = ['src', 'popup'].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  );
  /** `verify` for a file of src/verify, `popup` for one of popup, `messages` for src/messages.ts. */
  const partOf = (path: string) => path.replace(/^src\//, '').replace(/[/.].*$/s, '');
  const imported = new Map<string, Set<string>>();
  for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
    const own = partOf(file);
    const all = imported.get(own) ?? new Set();
    for (const [, from = ''] of read(file).matchAll(/(?:from |import\()'([^']+)'/g)) {
      const isOurs = from.startsWith('.');
      const part = isOurs ? partOf(new URL(from, `file:///${file}`).pathname.slice(1)) : from.replace(/\/.*$/, '');
      if (part !== own) all.add(part);
    }
    imported.set(own, all);
  }
  const told = rowsOf('docs/architecture.md').flatMap(([first, , may = '']) => {
    const [path = ''] = codeIn(first);
    const isTold = /^(?:src\/|popup$)/.test(path) && !may.startsWith('all of these');
    return isTold ? [[partOf(path), unique(may.split(', '))] as const] : [];
  });
  expect(told.length).toBeGreaterThan(8);
  expect(told).toEqual(told.map(([part]) => [part, unique([...(imported.get(part) ?? [])])]));
});
