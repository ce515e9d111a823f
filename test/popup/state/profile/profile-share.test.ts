import { describe, expect, test } from 'vitest';
import { fileNameFor } from '../../../../popup/editor/profile-share-download.ts';
import { draftFromProfile, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { profileFromDraft } from '../../../../popup/state/profile/profile-record.ts';
import { fillFromLink, type ProfileLink, readPasted } from '../../../../popup/state/profile/profile-share.ts';
import {
  damagedWords,
  exportWords,
  importedWords,
  linkWords,
} from '../../../../popup/state/profile/profile-share-words.ts';
import { profileLink } from '../../../../src/handover/profile-share-link.ts';
import type { Profile } from '../../../../src/protocol/records.ts';
import { profile } from '../../../support/records.ts';

const domain = 'https://demo.auth.us-east-1.amazoncognito.com';
const pool = profile({
  endpoints: {
    authorization: `${domain}/oauth2/authorize`,
    token: `${domain}/oauth2/token`,
    userinfo: `${domain}/oauth2/userInfo`,
    revocation: `${domain}/oauth2/revoke`,
    endSession: `${domain}/logout`,
    jwks: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE/.well-known/jwks.json',
  },
  clientAuth: 'client_secret_basic',
  logoutUri: 'http://localhost:3000/out',
  cognito: { domain, region: 'us-east-1', userPoolId: 'us-east-1_EXAMPLE' },
  clockSkew: 30,
});
const other = profile({
  provider: 'oidc',
  name: 'orders',
  issuer: 'https://id.example.com',
  endpoints: { authorization: 'https://id.example.com/authorize', token: 'https://id.example.com/token' },
  responseType: 'code id_token',
  responseMode: 'form_post',
  watchRequests: true,
  extraParams: [['prompt', 'login']],
});

function link(of: Profile): ProfileLink {
  const read = readPasted(profileLink(of).text);
  if (read.kind !== 'link') throw new Error('no link');
  return read.link;
}

describe('what was pasted', () => {
  test('is a link with a profile', () => {
    expect(readPasted(profileLink(pool).text)).toMatchObject({ kind: 'link', link: { differences: [], leftOut: [] } });
  });
  test('is another text, untouched', () => {
    expect(readPasted(' https://id.example.com ')).toEqual({ kind: 'text', text: ' https://id.example.com ' });
  });
  test('is an address whose profile is damaged', () => {
    const damaged = { kind: 'damaged', problem: { id: 'empty' }, rest: 'https://id.example.com/authorize?client_id=a' };
    expect(readPasted('https://id.example.com/authorize?client_id=a#claimcheck=')).toEqual({
      kind: 'text',
      text: damaged.rest,
      damaged,
    });
  });
});

describe('a link whose profile no form can hold', () => {
  test('is read as the address that it starts with', () => {
    const shared = profileLink({ ...other, name: 'a\u0007b' });
    expect(readPasted(shared.text)).toEqual({
      kind: 'text',
      text: shared.text.split('#')[0],
      damaged: { kind: 'damaged', problem: { id: 'shape', detail: 'name' }, rest: shared.text.split('#')[0] },
    });
  });
});

describe('a link in the form', () => {
  test.each([
    ['a Cognito profile', pool],
    ['a profile of another provider', other],
  ])('makes %s as it was shared', (_what, shared) => {
    const { draft } = fillFromLink(emptyDraft, link(shared), []);
    expect(profileFromDraft(draft, 'p1')).toEqual(shared);
  });
  test('takes the place of what stood there, but for the name', () => {
    const before = draftFromProfile({ ...other, name: 'mine' });
    const { draft, fields } = fillFromLink(before, link(pool), []);
    expect(profileFromDraft(draft, 'p1')).toEqual({ ...pool, name: 'mine' });
    expect(fields).toContain('token');
    expect(fields).toContain('clockSkew');
    expect(fields).not.toContain('name');
    expect(fields).not.toContain('apiBaseUrl');
  });
  test('gets a name of its own', () => {
    expect(fillFromLink(emptyDraft, link(pool), ['Demo', 'demo 2']).draft.name).toBe('demo 3');
  });
  test('never brings a secret or what somebody else trusted', () => {
    const typed = { ...emptyDraft, clientSecret: 'typed' };
    const { draft } = fillFromLink(typed, link({ ...pool, trustedOnFirstUse: { issuer: 'x', at: 1 } }), []);
    expect(draft.clientSecret).toBe('');
    expect(draft).not.toHaveProperty('trustedOnFirstUse');
  });
});

describe('the words', () => {
  test('say where a link contradicts itself', () => {
    const read = link(pool);
    expect(
      linkWords({
        ...read,
        leftOut: ['password'],
        differences: [{ name: 'client_id', inAddress: 'a\u202Eb', inProfile: 'c' }],
      }),
    ).toBe(
      'Look through the fields: what stands there was chosen by whoever made the link. The address of this link says client_id a⟨U+202E⟩b, its profile says c. The profile counts. Left out, as a secret may stand there: password.',
    );
    expect(
      linkWords({
        ...read,
        differences: [
          { name: 'scope', inProfile: 'openid' },
          { name: 'prompt', inAddress: 'none' },
        ],
      }),
    ).toContain(
      'The address of this link has no scope, its profile says openid. The address of this link says prompt none, its profile has no prompt.',
    );
  });
  test('say what is wrong with a link, and where', () => {
    expect(damagedWords({ id: 'character', at: 12, detail: '*' })).toBe(
      'The profile behind #claimcheck= was not taken: character 12 is “*”, which no such link has. Copy the whole link once more.',
    );
    expect(damagedWords({ id: 'shape', detail: 'callback' })).toContain('its member callback does not fit');
  });
  test('say what an export left out', () => {
    const lost = [{ name: 'demo', members: ['client_secret'] }];
    expect(exportWords('f.json', 1, lost)).toBe(
      'One profile was handed to the browser as f.json. Left out, as a secret may stand there: client_secret.',
    );
    expect(exportWords('f.json', 2, lost)).toContain('client_secret of demo');
  });
  test('say what an import brought', () => {
    const added = { kind: 'added' as const, name: 'a', as: 'a', leftOut: [] };
    const unreadable = { kind: 'unreadable' as const, at: 2, member: 'name' };
    expect(importedWords({ ok: true, lines: [added, unreadable] })).toEqual({
      tone: 'warn',
      text: 'One profile imported. Open each one and save it once: the browser then asks for what it needs. One profile left out; the reasons stand below.',
    });
    expect(importedWords({ ok: true, lines: [] }).text).toContain('no profile');
    expect(importedWords({ ok: true, lines: [{ kind: 'same', name: 'a', as: 'a' }] })).toEqual({
      tone: 'skip',
      text: 'Nothing was imported.',
    });
  });
  test.each([
    ['Orders / staging', 'claimcheck-orders-staging.json'],
    ['claimcheck-demo', 'claimcheck-demo.json'],
    ['../../日本', 'claimcheck-profile.json'],
    ['x'.repeat(100), `claimcheck-${'x'.repeat(60)}.json`],
  ])('of a file name suit every system: %s', (name, file) => {
    expect(fileNameFor(name)).toBe(file);
  });
});
