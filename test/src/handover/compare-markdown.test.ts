import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMarkdown } from '../../../src/handover/compare-markdown.ts';
import { compareCaptures } from '../../../src/protocol/compare/compare-captures.ts';
import type { Capture } from '../../../src/protocol/records.ts';
import { capture, now, token } from '../../support/records.ts';

const seconds = now / 1000;

function markdown(a: Partial<Capture>, b: Partial<Capture>, user = 'ada', profile = 'demo'): string {
  const [before, after] = [capture({ capturedAt: now - 60_000, ...a }), capture(b)];
  const side = ({ capturedAt }: Capture) => ({ at: capturedAt, profile, user });
  const compared = compareCaptures({ capture: before, profile }, { capture: after, profile });
  return compareMarkdown(compared, side(before), side(after));
}
const ids = (a: object, b: object, user?: string) =>
  markdown({ tokens: { id_token: token({ ...a }) } }, { tokens: { id_token: token({ ...b }) } }, user);

describe('two captures as Markdown', () => {
  test('names both, and has a table of what differs', () => {
    const text = ids(
      {
        iss: 'i',
        aud: ['x'],
        plan: 'trial',
        locale: 'en',
        email_verified: 'true',
        exp: seconds,
        iat: seconds - 60,
        jti: 'secret-a',
      },
      {
        iss: 'i',
        aud: ['y', 'x'],
        plan: 'team',
        tier: '1|2',
        email_verified: true,
        exp: seconds + 60,
        iat: seconds - 60,
        jti: 'secret-b',
      },
    );
    expect(text).toMatch(
      /^### Two logins compared\n\n- A: 2026-11-23 19:01:16 UTC, profile `demo`, user `ada`\n- B: 2026-11-23 19:02:16 UTC, .*, 60 s after A\n/,
    );
    expect(text).toContain(
      [
        '#### ID token',
        '',
        '| Claim | A | B | From A to B |',
        '| --- | --- | --- | --- |',
        '| `aud` |  | + `y` | 1 added, 0 removed, 1 kept |',
        '| `plan` | `trial` | `team` | changed |',
        '| `locale` | `en` | not there | removed |',
        '| `email_verified` | `"true"` | `true` | changed |',
        '| `exp` | 2026-11-23 19:02:16 UTC | 2026-11-23 19:03:16 UTC | +60 s |',
        '| `tier` | not there | `1\\|2` | added |',
        '| exp − iat | 60 s | 2 min | +60 s |',
        '',
        'The same: `iss`, `iat`',
      ].join('\n'),
    );
    expect(text).not.toContain('secret');
  });

  test('says which values may be personal', () => {
    const text = ids({ email: 'a@x', house: 1, exp: 1, jti: 'a' }, { email: 'b@x', house: 2, exp: 2, jti: 'b' });
    expect(text).toMatch(/May be personal: the users named above and the values of `email`, `house`\./);
  });

  test('warns of unrelated logins', () => {
    expect(ids({ iss: 'a' }, { iss: 'b' })).toMatch(
      /\*\*Two unrelated logins: the issuers differ\.\*\* A: `a`, B: `b`/,
    );
    expect(ids({ sub: 'a' }, { sub: 'b' })).toMatch(/\*\*Two users\.\*\*/);
  });

  test('has the checks with another result, and the facts of the login', () => {
    const verdict = { check: 'nonce', token: 'id_token' } as const;
    const text = markdown(
      { judgedAt: now, verdicts: [{ ...verdict, result: 'pass' }] },
      { judgedAt: now, verdicts: [{ ...verdict, result: 'fail' }], startedHere: false },
    );
    expect(text).toContain('| `started` | `in Claimcheck` | `elsewhere` | changed |');
    expect(text).toContain('| `check nonce, id_token` | passed | failed | changed |');
  });

  test('holds no token and no signature, wherever one stands', () => {
    const inner = token({ sub: 'inner' });
    const tokens = {
      id_token: token({ sub: 'a', note: `see ${inner}`, nonce: 'once-only' }),
      access_token: 'opaque-access-token',
      refresh_token: 'opaque-refresh-token',
    };
    const text = markdown(
      { tokens },
      { tokens: { ...tokens, id_token: token({ sub: 'a' }), refresh_token: 'another-one' } },
    );
    for (const secret of [...Object.values(tokens), inner, 'once-only', 'another-one', inner.split('.')[2] ?? '']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('Another one in B; its claims cannot be compared.');
    expect(text).toContain('#### Access token\n\nThe very same in A and B.');
  });

  test('is no longer than an issue takes', () => {
    const many = (word: string) =>
      Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`claim_${at}`, `${word} ${at} `.repeat(40)]));
    const both = (claims: object) => ({ id_token: token({ ...claims }), access_token: token({ ...claims }) });
    const text = markdown({ tokens: both(many('a')) }, { tokens: both(many('b')) });
    expect(text.length).toBeLessThan(60_000);
    expect(text).toContain('4,950 more are left out.');
  });

  test('is a table of four columns and text alone, whatever the claims say', () => {
    const nasty = fc.constantFrom('|', '\\|', '`', '``', '\n|', '<b>', '](x)', '![x](y)', '@all', '\r', '\u2028', ' ');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(nasty).map((all) => all.join('')),
    );
    const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.dictionary(text, text, { maxKeys: 2 }));
    const claims = fc.dictionary(fc.oneof(text, fc.constantFrom('aud', 'scope', 'iss', 'sub', 'email')), value, {
      maxKeys: 6,
    });
    fc.assert(
      fc.property(claims, claims, text, (a, b, name) => {
        const made = ids(a, b, name);
        expect(made).not.toMatch(/[<>]|\]\(|!\[|\r|\u2028/);
        // outside code spans nothing is left that a token said
        const bare = made.replace(/`[^`\n]*`/g, '');
        expect(bare).not.toMatch(/[`@]/);
        for (const line of bare.split('\n').filter((one) => one.startsWith('|')))
          expect(line.split('|')).toHaveLength(6);
        expect(made.replaceAll('\\|', '').match(/\|/g)?.length ?? 0).toBe(bare.match(/\|/g)?.length ?? 0);
      }),
    );
  });
});
