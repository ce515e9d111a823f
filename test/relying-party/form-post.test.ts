import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Provider, serveOpenId } from '../support/provider/serve.ts';
import { now } from '../support/records.ts';
import { describeRows } from './describe-rows.ts';
import { pressUserinfo, profileOf, signIn, worldOf } from './login.ts';
import { oidcRows } from './table.ts';

const fewRows = oidcRows.filter(({ profile, requests }) => !profile && requests === 'none');

describe('the same faults in a form that is posted to the callback', () =>
  describeRows(fewRows, { responseMode: 'form_post' }));

describe('form-post-error', () => {
  let provider: Provider;
  beforeAll(async () => {
    provider = await serveOpenId({ issuer: 'https://op.example', now: () => now });
  });
  afterAll(() => provider.close());

  test.each(['code', 'id_token token', 'code id_token'])(
    '%s: login_required is an error, and nothing else is used',
    async (responseType) => {
      const extraParams: [string, string][] = [
        ['max_age', '0'],
        ['prompt', 'none'],
      ];
      const own = profileOf(provider, { responseType, responseMode: 'form_post', extraParams });
      provider.err('none');
      const world = worldOf(provider, own, () => now);
      const { capture } = await signIn(own, provider, world);
      expect(capture).toMatchObject({ source: 'form_post', tokens: {}, error: { error: 'login_required' } });
      const failures = capture.verdicts.filter(({ result }) => result === 'fail');
      expect(failures.map(({ check }) => check)).toEqual(['error_response']);
      expect((await pressUserinfo(capture, world)).outcome.ok).toBe(false);
      expect(provider.requests.filter(({ path }) => path === '/token' || path === '/userinfo')).toEqual([]);
    },
  );
});
