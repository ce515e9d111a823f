import { expect, test } from 'vitest';
import { type Lacks, lacksOf } from '../../popup/state/lacks.ts';
import type { Needs } from '../../src/protocol/needs.ts';
import type { Profile } from '../../src/protocol/records.ts';
import { profile } from '../support/records.ts';

const nothing: Needs = { permissions: [], origins: [] };
const localhost: Needs = { permissions: ['webRequest'], origins: ['http://localhost/*'] };
const all: Partial<Profile> = { intercept: true, watchRequests: true, cleanUp: ['history', 'address'] };

test.each<[string, Partial<Profile>, Needs, Lacks]>([
  ['all granted', all, nothing, { untilAllowed: [], never: [] }],
  ['nothing wanted', {}, nothing, { untilAllowed: [], never: [] }],
  ['the host withheld', { intercept: true }, localhost, { untilAllowed: ['intercept'], never: [] }],
  ['the history withheld', all, { permissions: ['history'], origins: [] }, { untilAllowed: ['history'], never: [] }],
  [
    'a host that cannot be asked for',
    { ...all, callback: 'http://dev.internal/cb', responseMode: 'form_post' },
    { permissions: ['history'], origins: [] },
    { untilAllowed: ['history'], never: ['intercept', 'form_post', 'address'] },
  ],
  [
    'an app’s own scheme is watched and never intercepted',
    { ...all, callback: 'com.example.app:/cb', cleanUp: [] },
    nothing,
    { untilAllowed: [], never: ['intercept'] },
  ],
  [
    'the same, where the provider’s host is withheld',
    { ...all, callback: 'com.example.app:/cb', cleanUp: [] },
    { permissions: [], origins: ['https://demo.auth.us-east-1.amazoncognito.com/*'] },
    { untilAllowed: ['app_scheme'], never: ['intercept'] },
  ],
])('what a profile lacks: %s', (_what, over, missing, lacks) => {
  expect(lacksOf(profile(over), missing)).toEqual(lacks);
});
