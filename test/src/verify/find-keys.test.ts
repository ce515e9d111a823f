import { describe, expect, test } from 'vitest';
import { type JudgeWorld, judgeCapture } from '../../../src/verify/judge-captures.ts';
import type { Jwk } from '../../../src/verify/known.ts';
import { documentsWorld } from '../../support/documents-world.ts';
import { capture, profile } from '../../support/records.ts';
import { makePair, type Pair } from '../../support/signing-keys.ts';

describe('a key that was changed under its id, or in a set without ids', () => {
  const jwks = 'https://op.example/jwks';
  const issuer = 'https://op.example';
  const answers = (key: Jwk) => ({
    [`${issuer}/.well-known/openid-configuration`]: { body: { issuer, jwks_uri: jwks } },
    [jwks]: { body: { keys: [key] } },
  });
  const own = profile({ provider: 'oidc', issuer });
  const rotated = async (over: Record<string, unknown>) => {
    const [old, fresh] = [await makePair('RS256', over), await makePair('RS256', over)];
    const documents = documentsWorld(answers(old.jwk));
    const at: JudgeWorld = {
      ...documents,
      now: documents.now,
      profiles: async () => [own],
      clientSecret: async () => undefined,
    };
    const judge = async (by: Pair) => {
      const held = capture({ tokens: { id_token: await by.sign(over.kid === undefined ? {} : { kid: 'k1' }) } });
      return (await judgeCapture(held, [held], at)).find(({ check }) => check === 'signature')?.result;
    };
    expect(await judge(old)).toBe('pass');
    return {
      old,
      fresh,
      documents,
      judge,
      fetched: () => documents.asked.filter((address) => address === jwks).length,
    };
  };

  test.each([{ kid: 'k1' }, {}])('is found by asking the issuer once more: %j', async (over) => {
    const { old, fresh, documents, judge, fetched } = await rotated(over);
    documents.answers[jwks] = { body: { keys: [fresh.jwk] } };
    documents.at += 60_000;
    expect(await judge(fresh)).toBe('pass');
    expect(await judge(old)).toBe('pass');
    expect(fetched()).toBe(2);
  });
  test('is not looked for right after the keys came, nor again and again', async () => {
    const { documents, judge, fetched } = await rotated({ kid: 'k1' });
    const forger = await makePair('RS256');
    expect(await judge(forger)).toBe('fail');
    expect(fetched()).toBe(1);
    for (const [later, count] of [
      [1, 2],
      [29_999, 2],
      [1, 3],
    ] as const) {
      documents.at += later;
      expect(await judge(forger)).toBe('fail');
      expect(fetched()).toBe(count);
    }
  });
  test('is not looked for when another key of the set is warned of', async () => {
    const { old, documents, judge, fetched } = await rotated({ kid: 'k1' });
    const open = await makePair('RS256', { kid: 'k2' });
    documents.answers[jwks] = { body: { keys: [old.jwk, open.secret] } };
    documents.at += 600_000;
    for (const count of [2, 2]) {
      expect(await judge(old)).toBe('pass');
      expect(fetched()).toBe(count);
      documents.at += 60_000;
    }
  });
  test('stays a failure when the issuer does not answer, as the keys that are kept are hardly old', async () => {
    const { documents, judge } = await rotated({ kid: 'k1' });
    documents.answers[jwks] = { ok: false, kind: 'timeout' };
    documents.at += 60_000;
    expect(await judge(await makePair('RS256'))).toBe('fail');
  });
});
