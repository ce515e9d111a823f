import { describe, expect, test } from 'vitest';
import { freshLine, isCurrent, isUnderWay } from '../../../../popup/state/token/fresh-words.ts';
import { type Fresh, freshWays } from '../../../../src/protocol/records.ts';
import { capture, now, profile, token } from '../../../support/records.ts';

const good = capture({ tokens: { access_token: token({ exp: now / 1000 + 42 * 60 }) } });
const fresh = (over: Partial<Fresh> = {}): Fresh => ({ profileId: 'p1', askedAt: now, step: 'looking', ...over });
const copied = (over: Partial<Fresh>) => freshLine(fresh({ step: 'copied', ...over }), good, now).words;

describe('how far “Fresh token” is', () => {
  test('names the way it took', () => {
    expect(copied({ way: 'still_good' })).toBe('Still good for 42 min: copied.');
    expect(copied({ way: 'refreshed' })).toBe('Refreshed and copied.');
    expect(copied({ way: 'silent' })).toBe('Renewed through the provider’s session and copied.');
    expect(copied({ way: 'interactive' })).toBe('Signed in and copied.');
    for (const way of freshWays) expect(copied({ way })).not.toContain('undefined');
    expect(copied({})).toBe('A fresh token is copied.');
  });

  test('is busy until the token is there', () => {
    for (const step of ['looking', 'refreshing', 'renewing', 'signing_in'] as const) {
      expect(isUnderWay(fresh({ step }))).toBe(true);
      expect(freshLine(fresh({ step }), undefined, now)).toMatchObject({ isBusy: true, tone: 'skip' });
    }
    for (const step of ['ready', 'copied', 'failed'] as const) expect(isUnderWay(fresh({ step }))).toBe(false);
  });

  test('says why there is none, and holds no token', () => {
    const line = freshLine(fresh({ step: 'failed', reason: 'The sign-in was cancelled.' }), good, now);
    expect(line).toEqual({
      tone: 'fail',
      words: 'No fresh token.',
      reason: 'The sign-in was cancelled.',
      isBusy: false,
    });
    expect(JSON.stringify(line)).not.toContain(good.tokens.access_token);
  });

  test('does not call a token good that has expired since', () => {
    const late = now + 60 * 60_000;
    expect(freshLine(fresh({ step: 'ready', way: 'still_good' }), good, late).words).toBe(
      'It was still good: ready to copy.',
    );
  });

  test('stands still while time goes on, as it is read out', () => {
    const later = freshLine(fresh({ step: 'copied', way: 'still_good' }), good, now + 5 * 60_000).words;
    expect(later).toBe(copied({ way: 'still_good' }));
  });

  test('counts for its profile, its kind of window and ten minutes', () => {
    expect(isCurrent(fresh(), profile().id, false, now + 599_999)).toBe(true);
    expect(isCurrent(fresh(), profile().id, false, now + 600_000)).toBe(false);
    expect(isCurrent(fresh(), 'other', false, now)).toBe(false);
    expect(isCurrent(fresh(), profile().id, true, now)).toBe(false);
    expect(isCurrent(fresh({ isPrivate: true }), profile().id, true, now)).toBe(true);
  });
});
