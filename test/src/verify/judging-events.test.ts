import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../../src/protocol/discovery.ts';
import type { Capture, Verdict } from '../../../src/protocol/records.ts';
import type { Documents } from '../../../src/verify/fetch-documents.ts';
import { withJudging } from '../../../src/verify/judging-events.ts';
import { now } from '../../support/records.ts';

const issuer = 'https://id.example';
const discovered = readMetadata(issuer, { issuer }, now + 40);
const keys: Documents['keys'] & { ok: true } = {
  ...{ ok: true, address: `${issuer}:8443/jwks?secret`, fetchedAt: now + 90, durationMs: 84 },
  ...{ keys: [{ kid: 'a' }, { kid: 'b' }], retired: [] },
};
const passed: Verdict[] = [{ check: 'state', result: 'pass' }];

function judged(
  documents: Documents | undefined,
  before: Capture['events'] = [],
  verdicts: Verdict[] = [],
  since = now,
) {
  const by = { since, ...(documents && { documents }) };
  return withJudging(before, verdicts, since + 100, by);
}

describe('a judging', () => {
  test('notes what it fetched, when, and from which host', () => {
    expect(judged({ discovered, keys })).toEqual([
      { at: now + 40, kind: 'metadata_fetched', detail: 'id.example' },
      { at: now + 90, kind: 'keys_fetched', detail: '2 from id.example:8443, 84 ms' },
    ]);
  });

  test('notes keys that lay in memory', () => {
    const cached = judged({ discovered, keys }, [], [], now + 1000);
    expect(cached).toEqual([{ at: now + 1000, kind: 'keys_cached', detail: '2 from id.example:8443, 910 ms old' }]);
  });

  test.each<[string, Documents, Capture['events'][number][]]>([
    [
      'a status',
      { discovered, keys: { ok: false, why: 'status', detail: '503' } },
      [{ at: now, kind: 'keys_failed', detail: 'status 503' }],
    ],
    [
      'a server that is not there',
      { discovered, keys: { ok: false, why: 'unreachable' } },
      [{ at: now, kind: 'keys_failed', detail: 'unreachable' }],
    ],
    ['an issuer that is not named', { discovered, keys: { ok: false, why: 'no_issuer' } }, []],
    ['an address that is not known', { discovered, keys: { ok: false, why: 'no_address' } }, []],
  ])('says why there are no keys: %s', (_, documents, events) => {
    expect(judged(documents).filter(({ kind }) => kind.startsWith('keys'))).toEqual(events);
  });

  test.each<[Documents['discovered'], string[]]>([
    [{ ok: false, problem: 'status', detail: '404' }, ['status 404']],
    [{ ok: false, problem: 'issuer_mismatch', detail: 'https://evil.example' }, ['issuer_mismatch']],
    [{ ok: false, problem: 'address' }, []],
    [{ ...discovered, ok: true, savedFor: { problem: 'timeout' } } as Documents['discovered'], ['timeout']],
    [undefined, []],
  ])('says why there is no metadata: %j', (found, details) => {
    const events = judged({ discovered: found, keys: { ok: false, why: 'no_issuer' } });
    expect(events.map(({ detail }) => detail)).toEqual(details);
  });

  test('notes the sum of the checks', () => {
    const verdicts: Verdict[] = [
      { check: 'nonce', result: 'fail' },
      { check: 'iat_age', result: 'not_checked', reason: '' },
      { check: 'typ', result: 'fail', severity: 'warning' },
      ...passed,
    ];
    const events = judged(undefined, [], verdicts);
    expect(events).toEqual([{ at: now + 100, kind: 'checked', detail: '1 failed, 1 passed, 1 warned, 1 not checked' }]);
  });

  test('of an answer that is not judged notes no sum', () => {
    expect(judged(undefined, [], [])).toEqual([]);
  });
});

describe('judging again', () => {
  const first = judged({ discovered, keys }, [{ at: now, kind: 'captured' }], passed);

  test('with the same outcome adds nothing, whenever', () => {
    expect(judged({ discovered, keys }, first, passed)).toEqual(first);
    expect(judged({ discovered, keys }, first, passed, now + 5000)).toEqual(first);
  });

  test('with keys that were fetched anew, or another sum, adds those', () => {
    const newer = judged(
      { discovered, keys: { ...keys, fetchedAt: now + 6000 } },
      first,
      [...passed, ...passed],
      now + 5000,
    );
    expect(newer.slice(first.length).map(({ kind }) => kind)).toEqual(['keys_fetched', 'checked']);
  });

  test('says a failure once, until something else came of it', () => {
    const failed: Documents = { discovered, keys: { ok: false, why: 'timeout' } };
    const once = judged(failed, [], []);
    expect(judged(failed, once, [], now + 5000)).toEqual(once);
    const mended = judged({ discovered, keys: { ...keys, fetchedAt: now + 9000 } }, once, [], now + 8000);
    expect(judged(failed, mended, [], now + 10_000).at(-1)).toMatchObject({ kind: 'keys_failed' });
  });

  test('a thousand times keeps the first event and the latest of each, and all that is not of a judging', () => {
    let events = first;
    for (let times = 1; times <= 1000; times += 1) {
      const since = now + times * 1000;
      const anew = { discovered, keys: { ...keys, fetchedAt: since + 90 } };
      events = judged(anew, events, times % 2 ? [...passed, ...passed] : passed, since);
    }
    const of = (kind: string) => events.filter((event) => event.kind === kind);
    expect(events.length).toBeLessThan(50);
    expect(of('captured')).toHaveLength(1);
    for (const kind of ['keys_fetched', 'checked'] as const) {
      expect(of(kind)[0]).toEqual(first.find((event) => event.kind === kind));
      expect(of(kind).at(-1)?.at).toBeGreaterThan(now + 1_000_000);
    }
  });
});
