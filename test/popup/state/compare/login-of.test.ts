import { expect, test } from 'vitest';
import { loginOf } from '../../../../popup/state/compare/login-of.ts';
import { capture, profile } from '../../../support/records.ts';

test('a login is named by its profile, which says whom it asks as which client', () => {
  const own = profile({ issuer: 'https://id.example' });
  expect(loginOf(capture(), [own])).toMatchObject({
    profile: own.name,
    issuer: 'https://id.example',
    client: own.clientId,
  });
  expect(loginOf(capture({ profileId: 'gone' }), [own])).toMatchObject({ profile: 'Deleted profile' });
});

test('a sample has a profile of its own, which no list holds', () => {
  expect(loginOf(capture({ origin: 'sample', profileId: 'claimcheck:sample' }), [])).toMatchObject({
    profile: 'Sample',
  });
});
