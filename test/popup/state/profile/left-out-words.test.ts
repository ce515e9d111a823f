import { expect, test } from 'vitest';
import { leftOutWords } from '../../../../popup/state/profile/left-out-words.ts';
import { profile } from '../../../support/records.ts';

test('what of a policy is left out is the administrator’s to mend', () => {
  expect(leftOutWords({ unreadable: 0, doubled: [] })).toBeUndefined();
  expect(leftOutWords({ unreadable: 1, doubled: [] })).toEqual({
    heading: '1 profile of your organisation’s policy is left out',
    text: 'Tell your administrator: 1 cannot be read, as a member is missing or does not fit.',
  });
  expect(leftOutWords({ unreadable: 1, doubled: [profile({ id: 'team', name: 'again' })] })).toEqual({
    heading: '2 profiles of your organisation’s policy are left out',
    text: 'Tell your administrator: 1 cannot be read, as a member is missing or does not fit; “again” has the id “team”, which another one has.',
  });
});
