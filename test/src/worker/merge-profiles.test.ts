import { describe, expect, test } from 'vitest';
import { mergeProfiles, withOwnParts } from '../../../src/worker/merge-profiles.ts';
import { now, profile } from '../../support/records.ts';

type Row = [
  what: string,
  here: string | undefined,
  there: string | undefined,
  before: string | undefined,
  what: string,
];
const rows: Row[] = [
  ['nothing changed', 'a', 'a', 'a', 'settled'],
  ['both came to the same', 'b', 'b', 'a', 'settled'],
  ['it was changed here', 'b', 'a', 'a', 'push'],
  ['it was changed there', 'a', 'b', 'a', 'take'],
  ['it was changed on both sides', 'b', 'c', 'a', 'push'],
  ['it is new here', 'a', undefined, undefined, 'push'],
  ['it is new there', undefined, 'a', undefined, 'take'],
  ['it is new on both sides', 'a', 'b', undefined, 'push'],
  ['it was deleted here', undefined, 'a', 'a', 'unpush'],
  ['it was deleted there', 'a', undefined, 'a', 'drop'],
  ['it was deleted on both sides', undefined, undefined, 'a', 'gone'],
  ['it was changed here and deleted there', 'b', undefined, 'a', 'push'],
  ['it was deleted here and changed there', undefined, 'b', 'a', 'take'],
];

describe('a profile', () => {
  const map = (text: string | undefined) => new Map(text === undefined ? [] : [['p', text]]);
  const done = (untouched: string[], [, here, there, before]: Row) => {
    const merge = mergeProfiles({ local: map(here), remote: map(there), base: map(before) }, new Set(untouched));
    return { ...merge, settled: [...merge.settled] };
  };
  const nothing = { push: [], unpush: [], take: [], drop: [], settled: [] };

  test.each(rows)('where %s', (...row) => {
    const [, here, , , what] = row;
    const expected = what === 'settled' ? { settled: [['p', here]] } : what === 'gone' ? {} : { [what]: ['p'] };
    expect(done([], row)).toEqual({ ...nothing, ...expected });
  });
  test.each(rows)('that cannot be read is left alone where %s', (...row) => {
    expect(done(['p'], row)).toEqual({ ...nothing, settled: row[3] === undefined ? [] : [['p', row[3]]] });
  });
});

describe('a profile from another device', () => {
  const own = profile({
    metadata: { fetchedAt: now, document: {} },
    trustedOnFirstUse: { issuer: 'x', at: now },
    extraParams: [
      ['client_secret', 's3cr3t'],
      ['prompt', 'login'],
    ],
    apiBaseUrl: 'https://api.example.com/?api_key=k',
  });
  const shared = profile({ extraParams: [['prompt', 'login']], apiBaseUrl: 'https://api.example.com/' });

  test('keeps what is not shared', () => {
    expect(withOwnParts({ ...shared, name: 'renamed' }, own)).toEqual({ ...own, name: 'renamed' });
  });
  test('keeps it beside what was changed there', () => {
    const taken = {
      ...shared,
      extraParams: [['prompt', 'none']] as [string, string][],
      apiBaseUrl: 'https://other.example',
    };
    expect(withOwnParts(taken, own)).toEqual({
      ...own,
      extraParams: [
        ['prompt', 'none'],
        ['client_secret', 's3cr3t'],
      ],
      apiBaseUrl: 'https://other.example',
    });
  });
  test('loses what was found out of another issuer', () => {
    const taken = withOwnParts({ ...shared, issuer: 'https://id.example.com' }, own);
    expect(taken).not.toHaveProperty('metadata');
    expect(taken).not.toHaveProperty('trustedOnFirstUse');
  });
  test('loses a member that was taken out there', () => {
    const { apiBaseUrl: _gone, ...less } = shared;
    expect(withOwnParts(less, { ...own, apiBaseUrl: 'https://api.example.com/' })).not.toHaveProperty('apiBaseUrl');
  });
});
