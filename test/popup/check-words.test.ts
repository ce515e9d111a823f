import { describe, expect, test } from 'vitest';
import { openGroups } from '../../popup/state/check-groups.ts';
import { checkTexts } from '../../popup/state/check-texts.ts';
import { checkLine } from '../../popup/state/check-words.ts';
import { checkIds } from '../../src/protocol/checks.ts';
import type { Verdict } from '../../src/protocol/records.ts';
import { profile } from '../support/records.ts';

const cognito = profile();
const oidc = profile({ provider: 'oidc' });

describe('the words of the checks', () => {
  test('are there for every check, and for no other', () => {
    expect(Object.keys(checkTexts).sort()).toEqual([...checkIds].sort());
  });

  const said = checkIds.flatMap((id) => {
    const { name, pass, failure, fail, cognito: where, milder } = checkTexts[id];
    const sentences = [pass, fail, where, milder?.fail].filter((text) => text !== undefined);
    return [{ id, labels: [name, failure, milder?.failure].filter((text) => text !== undefined), sentences }];
  });
  test.each(said)('of $id are plain: labels without a full stop, sentences with one', ({ labels, sentences }) => {
    for (const label of labels) expect(label).toMatch(/^[A-ZuP].*[^.]$/);
    for (const sentence of sentences) expect(sentence).toMatch(/\.$/);
    expect([...labels, ...sentences].join(' ')).not.toMatch(/\b(invalid|oops|please|secure|verified|sorry)\b|!/i);
  });

  test('have a heading of their own for each failure', () => {
    const headings = Object.values(checkTexts).flatMap(({ failure, milder }) => [failure, milder?.failure ?? failure]);
    expect(new Set(headings).size).toBe(
      new Set(Object.values(checkTexts).flatMap((text) => [text, text.milder ?? text])).size,
    );
  });
});

describe('a line of the list', () => {
  test.each([
    ['passed', { check: 'state', result: 'pass' }, 'pass', 'Passed'],
    ['failed', { check: 'state', result: 'fail' }, 'fail', 'Failed'],
    ['warned', { check: 'typ', result: 'fail' }, 'warn', 'Warning'],
    ['is told in passing', { check: 'scope', result: 'fail' }, 'note', 'Note'],
    ['warned where it is milder', { check: 'kid', result: 'fail', severity: 'warning' }, 'warn', 'Warning'],
    ['not checked', { check: 'signature', result: 'not_checked', reason: 'because' }, 'skip', 'Not checked'],
  ] as const)('%s', (_what, verdict, tone, word) => {
    expect(checkLine(verdict)).toMatchObject({ tone, word });
  });

  test('says what a failure means, where to look, and then what the judge adds', () => {
    const verdict: Verdict = { check: 'aud', result: 'fail', token: 'id_token', reason: 'It names two.' };
    expect(checkLine(verdict, cognito)).toMatchObject({
      name: 'Audience',
      wire: 'aud',
      failure: 'It was made for another client',
      texts: [expect.stringMatching(/rule 3.*App clients ›/), 'It names two.'],
    });
    expect(checkLine(verdict, oidc).texts).toEqual([expect.not.stringContaining('App clients'), 'It names two.']);
  });

  test('of a warning or a note that is a failure elsewhere has words of its own', () => {
    const verdict: Verdict = { check: 'key', result: 'fail', severity: 'warning' };
    expect(checkLine(verdict).failure).toBe('The issuer publishes a private key');
    const note: Verdict = { check: 'discovery_endpoints', result: 'fail', severity: 'info' };
    expect(checkLine(note)).toMatchObject({ word: 'Note', failure: 'An endpoint lies where it is not expected' });
    expect(checkLine({ check: 'key', result: 'fail' }).failure).toBe('The issuer’s key is not fit to check with');
  });

  test('not checked says the judge’s reason alone', () => {
    const { texts, failure } = checkLine({ check: 'nonce', result: 'not_checked', reason: 'because' });
    expect([texts, failure]).toEqual([['because'], undefined]);
  });

  test('of an access token says so, unless its name does', () => {
    const names = ['token_use', 'client_id', 'access_token_profile'].map(
      (check) => checkLine({ check, result: 'pass', token: 'access_token' }).name,
    );
    expect(names).toEqual(['Kind of the access token', 'Client of the access token', 'Form of the access token']);
  });

  test('of a check that is not known shows its id and guesses nothing', () => {
    expect(checkLine({ check: 'constructor', result: 'fail' })).toEqual({
      name: 'constructor',
      word: 'Failed',
      tone: 'fail',
      failure: 'constructor: the check failed',
      texts: [],
    });
  });
});

test('failed, warnings, notes, not checked; one line for what is not checked for the same reason', () => {
  const open = (check: string, reason: string): Verdict => ({ check, result: 'not_checked', reason });
  const verdicts: Verdict[] = [
    open('state', 'not started here'),
    { check: 'scope', result: 'fail' },
    { check: 'typ', result: 'fail' },
    { check: 'sub', result: 'pass' },
    open('signature', 'no keys'),
    { check: 'aud', result: 'fail' },
    open('nonce', 'not started here'),
  ];
  const checks = openGroups(verdicts).map((group) => group.map(({ check }) => check));
  expect(checks).toEqual([['aud'], ['typ'], ['scope'], ['state', 'nonce'], ['signature']]);
});
