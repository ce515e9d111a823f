import { expect, test } from 'vitest';
import { type Lacks, lacksOf } from '../../../../popup/state/capture/lacks.ts';
import type { Missing } from '../../../../popup/state/profile/profile-grants.ts';
import type { Profile } from '../../../../src/protocol/records.ts';
import { profile } from '../../../support/records.ts';

const nothing: Missing = { permissions: [], origins: [], asleep: [] };
const localhost: Missing = { permissions: ['webRequest'], origins: ['http://localhost/*'], asleep: [] };
const all: Partial<Profile> = { intercept: true, watchRequests: true, cleanUp: ['history', 'address'] };
const code: Partial<Profile> = {
  provider: 'oidc',
  responseType: 'code',
  endpoints: { authorization: 'https://op.example/authorize', token: 'https://op.example/token' },
};

test.each<[string, Partial<Profile>, Missing, Lacks]>([
  ['all granted', all, nothing, { untilAllowed: [], never: [] }],
  ['nothing wanted', {}, nothing, { untilAllowed: [], never: [] }],
  ['the host withheld', { intercept: true }, localhost, { untilAllowed: ['intercept'], never: [] }],
  [
    'the history withheld',
    all,
    { permissions: ['history'], origins: [], asleep: [] },
    { untilAllowed: ['history'], never: [] },
  ],
  [
    'requests that Chromium shows from its next start on',
    { watchRequests: true, responseMode: 'form_post' },
    { ...nothing, asleep: ['webRequest'] },
    { untilAllowed: ['form_post', 'restart'], never: [] },
  ],
  [
    'rules that Chromium takes from its next start on',
    { intercept: true },
    { ...nothing, asleep: ['declarativeNetRequestWithHostAccess'] },
    { untilAllowed: ['intercept', 'restart'], never: [] },
  ],
  [
    'a host that cannot be asked for',
    { ...all, callback: 'http://dev.internal/cb', responseMode: 'form_post' },
    { permissions: ['history'], origins: [], asleep: [] },
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
    { permissions: [], origins: ['https://demo.auth.us-east-1.amazoncognito.com/*'], asleep: [] },
    { untilAllowed: ['app_scheme'], never: ['intercept'] },
  ],
  [
    'the host of the token endpoint withheld, which keeps nothing from being seen',
    { ...code, intercept: true },
    { permissions: [], origins: ['https://op.example/*'], asleep: [] },
    { untilAllowed: ['tokens'], never: [] },
  ],
  [
    'the same, for a client alone',
    { ...code, responseType: '' },
    { permissions: [], origins: ['https://op.example/*'], asleep: [] },
    { untilAllowed: ['client_token'], never: [] },
  ],
])('what a profile lacks: %s', (_what, over, missing, lacks) => {
  expect(lacksOf(profile(over), missing)).toEqual(lacks);
});
