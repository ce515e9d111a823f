import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { findSameClient, findTooLarge, takeImported } from '../../src/capture/take-imported.ts';
import { takePasted } from '../../src/capture/take-pasted.ts';
import { copyAs, copyFormats } from '../../src/handover/copy-formats.ts';
import { exportFull } from '../../src/handover/export-file.ts';
import { parseCaptures } from '../../src/handover/import-captures.ts';
import { parseProfileFile, profileFile } from '../../src/handover/profile-share-file.ts';
import { parseProfileLink, profileLink } from '../../src/handover/profile-share-link.ts';
import { captureSchema, profileSchema, shells, verdictSchema } from '../../src/protocol/records.ts';
import { readSignInUrl } from '../../src/provider/sign-in-url.ts';
import { judge } from '../../src/verify/judge.ts';
import { now, profile } from '../support/records.ts';
import { changeJson } from './support/change-json.ts';
import { changeText } from './support/change-text.ts';
import { type Change, someChanges } from './support/changes.ts';
import { fullCapture, fullProfile } from './support/full-records.ts';
import { changeToken, goodTokens, knownToIssuer } from './support/signed-tokens.ts';
import { throughDoor } from './support/through-door.ts';

const few = fc.option(someChanges, { freq: 4, nil: [] as Change[] });
const changedFile = (...files: string[]) =>
  fc
    .tuple(fc.constantFrom(...files), someChanges, few)
    .map(([file, changes, more]) => changeText(changeJson(JSON.parse(file), changes), more));

const signed = { ...fullCapture, tokens: { ...fullCapture.tokens, id_token: goodTokens[0]! } };
const captureFiles = [exportFull([signed], [fullProfile], now).text, exportFull([fullCapture, signed], [], now).text];

test('a file of captures is taken in whatever it holds, and nothing it says is believed', async () => {
  await throughDoor('file of captures', {
    inputs: changedFile(...captureFiles),
    enter: async (text) => {
      const read = parseCaptures(text);
      const records = read.ok ? read.records.flatMap((one) => (one.ok ? [one.capture] : [])) : [];
      const fit = records.filter((one) => findTooLarge(one) === undefined);
      return Promise.all(
        fit.map(async (one) => {
          const of = read.ok ? read.profiles[0] : undefined;
          return takeImported(one, { profile: findSameClient(of, [fullProfile]), isPrivate: false, now });
        }),
      );
    },
    hold(taken) {
      for (const one of taken) {
        expect(v.is(captureSchema, one)).toBe(true);
        expect(one).toMatchObject({ startedHere: false, verdicts: [], origin: 'imported' });
        expect(one).not.toHaveProperty('request');
        expect(one).not.toHaveProperty('sampleKeys');
        expect(['', fullProfile.id]).toContain(one.profileId);
        expect(one.capturedAt).toBeLessThanOrEqual(now);
      }
    },
  });
});

test('a capture is judged whatever its record holds', async () => {
  const records = fc
    .tuple(fc.constantFrom(signed, fullCapture), someChanges)
    .map(([record, changes]) => {
      const read = parseCaptures(`{"claimcheck":"captures","version":1,"captures":[${changeJson(record, changes)}]}`);
      const [first] = read.ok ? read.records : [];
      return first?.ok && findTooLarge(first.capture) === undefined ? first.capture : undefined;
    })
    .filter((record) => record !== undefined);
  await throughDoor('record, judged', {
    inputs: records,
    enter: (capture) => judge({ ...knownToIssuer(), capture }),
    hold(verdicts) {
      expect(verdicts.filter((one) => !v.is(verdictSchema, one))).toEqual([]);
      for (const one of verdicts.filter(({ result }) => result === 'not_checked')) expect(one.reason).toBeTruthy();
    },
  });
});

const pasted = [
  ...goodTokens,
  `Authorization: Bearer ${goodTokens[0]}`,
  JSON.stringify({ access_token: 'opaque-access', id_token: goodTokens[1], token_type: 'Bearer', expires_in: 3600 }),
  `https://app.example/callback?tenant=a%20b#id_token=${goodTokens[2]}&state=s`,
  `#access_token=${goodTokens[3]}&state=s`,
  'code=abc&state=s',
  `"${goodTokens[4]}"`,
];

test('a text that was pasted becomes a capture or is refused with a reason', async () => {
  const texts = fc
    .tuple(fc.constantFrom(...pasted), fc.boolean(), someChanges)
    .map(([text, isToken, changes]) => (isToken ? changeToken(text, changes) : changeText(text, changes)));
  const world = { profiles: [fullProfile, profile({ id: 'p2' })], isPrivate: false, now };
  await throughDoor('pasted text', {
    inputs: texts,
    enter: (text) => takePasted(text, 'p2', world),
    hold(read) {
      if (!read.ok) return expect(read.reason).toMatch(/\.$/);
      expect(v.is(captureSchema, read.capture)).toBe(true);
      expect(read.capture).toMatchObject({ startedHere: false, verdicts: [], origin: 'pasted' });
      expect(read.capture).not.toHaveProperty('request');
    },
  });
});

const secretive = { ...fullProfile, client_secret: 's3cr3t-of-the-client', trustedOnFirstUse: undefined };

test('a link with a profile is read whatever became of it, and brings no secret', async () => {
  const whole = profileLink(fullProfile).text;
  const inside = (changes: Change[]) => {
    const data = changeJson({ version: 1, profile: secretive }, changes);
    return `https://op.example/authorize#claimcheck=${Buffer.from(data).toString('base64url')}`;
  };
  const links = fc.oneof(
    someChanges.map((changes) => changeText(whole, changes)),
    fc.tuple(someChanges, few).map(([changes, more]) => changeText(inside(changes), more)),
    someChanges.map((changes) => changeText(whole.replace(/.{70}/g, '$&\r\n'), changes)),
  );
  await throughDoor('link with a profile', {
    inputs: links,
    enter: parseProfileLink,
    hold(read) {
      if (read.kind !== 'profile') return;
      expect(v.is(profileSchema, read.profile)).toBe(true);
      expect(Object.keys(read.profile)).not.toContain('client_secret');
      expect(read.profile.id).toBe('shared');
      expect(read.profile.trustedOnFirstUse).toBeUndefined();
    },
  });
});

test('a file of profiles is read whatever it holds', async () => {
  await throughDoor('file of profiles', {
    inputs: changedFile(profileFile([fullProfile, profile()]).text),
    enter: parseProfileFile,
    hold(read) {
      for (const one of read.ok ? read.records : []) {
        if (one.ok) expect(v.is(profileSchema, one.profile)).toBe(true);
        else expect(typeof one.member).toBe('string');
      }
    },
  });
});

test('a sign-in URL is read whatever it is', async () => {
  const addresses = [
    'https://demo.auth.us-east-1.amazoncognito.com/oauth2/authorize?client_id=a&response_type=token&scope=openid+email&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcallback&state=x',
    'https%3A%2F%2Fop.example%2Fauthorize%3Fclient_id%3Da%26redirect_uri%3Dmyapp%253A%252F%252Fcb',
    'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE/.well-known/openid-configuration',
    profileLink(fullProfile).text,
  ];
  await throughDoor('sign-in URL', {
    inputs: fc.tuple(fc.constantFrom(...addresses), someChanges).map(([one, changes]) => changeText(one, changes)),
    enter: readSignInUrl,
    hold(read) {
      if (read.kind === 'issuer') expect(URL.canParse(read.issuer)).toBe(true);
      if (read.kind === 'sign_in') expect(new URL(read.authorization).protocol).toMatch(/^https?:$/);
    },
  });
});

test('a token is copied in every form and for every shell whatever is in it, in so many lines as it has', async () => {
  const token = fc
    .tuple(fc.constantFrom(...goodTokens, 'opaque-access'), few)
    .map(([one, changes]) => changeText(one, changes));
  const address = few.map((changes) => changeText('https://api.example/v1?a=1&b=$x', changes));
  const form = fc.constantFrom(...copyFormats.map(({ id }) => id));
  await throughDoor('copied text', {
    inputs: fc.tuple(token, address, form, fc.constantFrom(...shells), fc.boolean()),
    enter: ([access_token, apiBaseUrl, id, shell, fromEnv]) =>
      copyAs(id, {
        capture: { tokens: { access_token } },
        ...{ profile: profile({ apiBaseUrl }), shown: 'access_token', shell, fromEnv },
      }),
    hold(copied, [access_token, apiBaseUrl, id, shell]) {
      if (!copied.ok) return expect(copied.reason).toMatch(/\.$/);
      const isOneLine =
        !/[\r\n]/.test(access_token + apiBaseUrl) && !['fetch', 'postman', 'http_file', 'claims'].includes(id);
      if (isOneLine && shell !== 'cmd') expect(copied.text).not.toMatch(/[\r\n](?!$)/);
    },
  });
});
