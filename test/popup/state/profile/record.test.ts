import { describe, expect, test } from 'vitest';
import { readSites, showRecording } from '../../../../popup/state/profile/record.ts';
import { askWords, nextWords, signInNote, strangeWords } from '../../../../popup/state/profile/record-words.ts';
import { loginLifetime, type Recording } from '../../../../src/protocol/records.ts';
import { now } from '../../../support/records.ts';

const callback = 'http://localhost:3000/callback';
const signInUrl = `https://id.example.com/authorize?client_id=app&response_type=code&redirect_uri=${callback}`;
const begun: Recording = { startedAt: now - 5000, sites: [] };
const answered = { ...begun, signInUrl, callback, brought: ['code', 'state'], source: 'query' as const };

describe('how far it is', () => {
  const cases: [string, Recording | undefined, object][] = [
    ['no recording', undefined, { phase: 'none' }],
    ['begun', begun, { phase: 'watching' }],
    ['the sign-in page seen', { ...begun, signInUrl }, { phase: 'watching', signIn: { clientId: 'app', callback } }],
    ['the answer seen', { ...answered, endedAt: now }, { phase: 'answered', answer: { at: callback, isError: false } }],
    ['an error seen', { ...answered, brought: ['error'] }, { phase: 'watching', answer: { isError: true } }],
    ['its time over, and the worker not awake', { ...begun, startedAt: now - loginLifetime }, { phase: 'over' }],
    ['ended with an error alone', { ...answered, brought: ['error'], endedAt: now }, { phase: 'over' }],
  ];
  test.each(cases)('%s', (_, recording, shown) => {
    expect(showRecording(recording, now)).toMatchObject(shown);
  });
  test('the page is shown without its parameters', () => {
    expect(showRecording({ ...begun, signInUrl }, now).signIn?.page).toBe('https://id.example.com/authorize');
  });
  test.each(cases.slice(1))('%s has words for what is next', (_, recording) => {
    expect(nextWords(showRecording(recording, now))).not.toBe('');
  });
});

describe('sites', () => {
  test.each([
    ['', [], []],
    ['login.example.com', ['https://login.example.com/*'], []],
    ['https://login.example.com/path?x=1', ['https://login.example.com/*'], []],
    ['localhost:8080', ['http://localhost/*'], []],
    [
      'login.example.com, login.example.com http://127.0.0.1:4100',
      ['https://login.example.com/*', 'http://127.0.0.1/*'],
      [],
    ],
    ['http://login.example.com', [], ['http://login.example.com']],
    ['https://*/*', [], ['https://*/*']],
    ['*.example.com', [], ['*.example.com']],
    ['ftp://x', [], ['ftp://x']],
    ['*', [], ['*']],
    ['https://[::1]:80', [], ['https://[::1]:80']],
    ['[2001:db8::1]', [], ['[2001:db8::1]']],
  ])('%s', (text, sites, strange) => {
    expect(readSites(text)).toEqual({ sites, strange });
  });
  test('what is none is named, and what is one is not', () => {
    expect(strangeWords(['ftp://x'])).toContain('ftp://x');
    expect(strangeWords([])).toBe('');
  });
});

test('what the browser will ask stands in its words, and nothing where it asks nothing', () => {
  const words = askWords({ permissions: ['webNavigation', 'webRequest'], origins: ['https://id.example.com/*'] });
  expect(words).toContain('“Read your browsing history”');
  expect(words).toContain('id.example.com');
  expect(askWords({ permissions: ['webRequest'], origins: [] })).toBe('');
});

test.each([
  ['a request that no address shows', { ...begun, signInUrl: 'https://id.example.com/a?client_id=app' }, /no callback/],
  ['an app’s own scheme', { ...begun, signInUrl: `${signInUrl.replace(callback, 'myapp://cb')}` }, /app of its own/],
  ['a callback on the web', { ...begun, signInUrl }, /^$/],
])('%s has its note', (_, recording, words) => {
  const { signIn } = showRecording(recording, now);
  expect(signIn && signInNote(signIn)).toMatch(words);
});
