import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checkWithSecret } from '../../../src/verify/check-signature.ts';
import type { Jwk } from '../../../src/verify/known.ts';
import { capture, now, profile } from '../../support/records.ts';
import { allowing, judged, keySet, knownBy, makePair, outcome, textToken } from '../../support/signing-keys.ts';
import { unsigned, vectors } from '../../vectors/jose.ts';

const [rsa, other, ec, ed] = await Promise.all([
  makePair('RS256'),
  makePair('RS256', { kid: 'k2', use: 'sig' }),
  makePair('ES256', { kid: 'e1' }),
  makePair('EdDSA', { kid: 'o1' }),
]);
const clean = { fail: [], not_checked: [] };
const front = { token: 'id_token', from: 'front_channel' } as const;
const back = { token: 'id_token', from: 'token_endpoint' } as const;

describe('the signed examples of the specifications verify', () => {
  test.each(vectors)('$name', async ({ token, alg, key }) => {
    if ('secret' in key) return expect(await checkWithSecret(token, alg, key.secret)).toBe('fits');
    const verdicts = await judged(token, knownBy({ ...allowing(alg), keys: keySet(key.jwk) }));
    expect(outcome(verdicts)).toEqual(clean);
    expect(verdicts.get('signature')).toEqual({ check: 'signature', result: 'pass', ...front });
  });
});

describe('a token signed with each algorithm verifies', () => {
  const algs = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
  test.each(algs)('%s', async (alg) => {
    const pair = await makePair(alg);
    const verdicts = await judged(await pair.sign(), knownBy({ ...allowing(alg), keys: keySet(pair.jwk) }));
    expect(outcome(verdicts)).toEqual(clean);
    expect([...verdicts.keys()]).toEqual(['crit', 'embedded_key', 'alg_none', 'alg', 'kid', 'key', 'signature']);
  });
  test('EdDSA with a key that declares the newer name', async () => {
    const key = { ...ed.jwk, alg: 'Ed25519' };
    const verdicts = await judged(await ed.sign({ kid: 'o1' }), knownBy({ ...allowing('EdDSA'), keys: keySet(key) }));
    expect(outcome(verdicts)).toEqual(clean);
  });
});

test('a changed byte of a signed token never leaves a signature that passes', async () => {
  const tokens = [await rsa.sign(), await ec.sign({ kid: 'e1' }), await ed.sign({ kid: 'o1' })];
  const known = knownBy({ ...allowing('RS256', 'ES256', 'EdDSA'), keys: keySet(rsa.jwk, ec.jwk, ed.jwk) });
  const change = fc.record({ which: fc.nat(2), place: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(change, async ({ which, place, to }) => {
      const token = tokens[which]!;
      const at = Math.min(Math.floor(place * token.length), token.length - 1);
      const changed = `${token.slice(0, at)}${String.fromCharCode(to)}${token.slice(at + 1)}`;
      if (changed === token || changed.split('.').length !== 3) return;
      expect((await judged(changed, known)).get('signature')?.result).not.toBe('pass');
    }),
    { numRuns: 1500 },
  );
});

describe('the algorithm', () => {
  const keys = keySet(rsa.jwk);
  const metadata = (values: unknown) => {
    const document = { id_token_signing_alg_values_supported: values };
    return { ok: true, issuer: 'i', endpoints: {}, metadata: { fetchedAt: now, document } } as const;
  };
  test.each([
    ['no profile and no metadata: RS256', {}, 'RS256'],
    ['metadata', { discovered: metadata(['ES256', 'HS256', 'none']) }, 'ES256'],
    ['metadata that names shared secrets alone: RS256', { discovered: metadata(['HS256', 'none', 1]) }, 'RS256'],
    ['metadata of another form: RS256', { discovered: metadata('ES256') }, 'RS256'],
    ['the profile, before the metadata', { ...allowing('PS512'), discovered: metadata(['ES256']) }, 'PS512'],
  ])('is what is allowed by %s', async (_, over, expected) => {
    const verdicts = await judged(textToken('{"alg":"RS384","kid":"k1"}'), knownBy({ keys, ...over }));
    expect(verdicts.get('alg')).toMatchObject({ result: 'fail', expected, actual: 'RS384' });
    expect(outcome(verdicts)).toEqual({ fail: ['alg'], not_checked: ['key', 'signature'] });
  });
  test.each([
    ['none', '{}'],
    ['an empty text', '{"alg":""}'],
    ['a number, not text', '{"alg":1}'],
    ['rs256', '{"alg":"rs256"}'],
    ['RS256 ', '{"alg":"RS256 "}'],
  ])('%s is not allowed', async (actual, header) => {
    expect((await judged(textToken(header), knownBy({ keys }))).get('alg')).toMatchObject({ result: 'fail', actual });
  });
  test('that is allowed but not known here leaves key and signature unchecked', async () => {
    const token = textToken('{"alg":"ES256K","kid":"k1"}');
    const verdicts = await judged(token, knownBy({ ...allowing('ES256K'), keys }));
    expect(outcome(verdicts)).toEqual({ fail: [], not_checked: ['key', 'signature'] });
  });
});

describe('a token without a signature', () => {
  test.each(['none', 'None', 'NONE', 'nOnE'])('%s fails alg_none alone, signature or not', async (alg) => {
    for (const signature of ['', 'AAAA']) {
      const token = textToken(`{"alg":"${alg}"}`, '{}', signature);
      const verdicts = await judged(token, knownBy({ keys: keySet(rsa.jwk), ...allowing('none', 'RS256') }));
      expect(outcome(verdicts)).toEqual({ fail: ['alg_none'], not_checked: ['alg', 'signature'] });
      expect(verdicts.get('alg_none')).toMatchObject({ expected: 'RS256', actual: alg });
    }
  });
  test('from the token endpoint passes where the profile says so, and only so spelled', async () => {
    const verdicts = await judged(unsigned, knownBy(allowing('none')), back);
    expect(outcome(verdicts)).toEqual(clean);
    expect([...verdicts.keys()]).toEqual(['crit', 'embedded_key', 'alg_none', 'alg']);
    const odd = await judged(textToken('{"alg":"None"}', '{}', ''), knownBy(allowing('none')), back);
    expect(outcome(odd).fail).toEqual(['alg_none']);
    expect(outcome(await judged(unsigned, knownBy(), back)).fail).toEqual(['alg_none']);
  });
  test.each(['pasted', 'imported'] as const)('that was %s fails: nobody saw where it came from', async (origin) => {
    const known = knownBy({ ...allowing('none'), capture: capture({ origin }) });
    expect(outcome(await judged(unsigned, known, back)).fail).toEqual(['alg_none']);
  });
  test('that has one all the same fails', async () => {
    const verdicts = await judged(textToken('{"alg":"none"}'), knownBy(allowing('none')), back);
    expect(outcome(verdicts).fail).toEqual(['signature']);
  });
});

describe('a shared secret', () => {
  const secret = 'a secret of a client, long enough';
  const sign = async (claims: object, key: string) => {
    const input = textToken('{"alg":"HS256"}', JSON.stringify(claims)).replace(/\.AAAA$/, '');
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const imported = await crypto.subtle.importKey('raw', Buffer.from(key), algorithm, false, ['sign']);
    const signature = await crypto.subtle.sign('HMAC', imported, Buffer.from(input));
    return `${input}.${Buffer.from(signature).toString('base64url')}`;
  };
  test('checks what it signed', async () => {
    const known = knownBy({ ...allowing('HS256'), clientSecret: secret });
    const verdicts = await judged(await sign({}, secret), known);
    expect(outcome(verdicts)).toEqual(clean);
    expect([...verdicts.keys()]).toEqual(['crit', 'embedded_key', 'alg_none', 'alg', 'alg_hmac', 'signature']);
    expect(outcome(await judged(await sign({}, 'another'), known)).fail).toEqual(['signature']);
  });
  test.each(['HS256', 'HS512', 'hs256'])('of %s that is not allowed is not said to be allowed', async (alg) => {
    const verdicts = await judged(textToken(`{"alg":"${alg}"}`), knownBy({ keys: keySet(rsa.jwk) }));
    expect(verdicts.get('signature')?.reason).toMatch(/shared secret, which this profile does not allow/);
  });
  test.each([
    ['{"alg":256}', /a number, not text/],
    ['{"alg":["RS256"]}', /a list, not text/],
    ['{}', /names no algorithm/],
    ['{"alg":"ES256"}', /Allow it in the profile/],
  ])('is not meant by %s, and what is wrong is said', async (header, reason) => {
    const verdicts = await judged(textToken(header), knownBy({ keys: keySet(rsa.jwk) }));
    expect(verdicts.get('signature')?.reason).toMatch(reason);
  });
  test('may be short, as clients have them', async () => {
    const known = knownBy({ ...allowing('HS256'), clientSecret: 'short' });
    expect(outcome(await judged(await sign({}, 'short'), known))).toEqual(clean);
  });
  test('that is not stored leaves the check to be made', async () => {
    const verdicts = await judged(await sign({}, secret), knownBy(allowing('HS256')));
    expect(outcome(verdicts)).toEqual({ fail: [], not_checked: ['alg_hmac', 'signature'] });
    expect(verdicts.get('signature')?.reason).toMatch(/^The token says that it is signed with the client secret/);
  });
  test('is not said whose it is in a token for several', async () => {
    const known = knownBy({ ...allowing('HS256'), clientSecret: secret });
    expect(outcome(await judged(await sign({ aud: ['a', 'b'] }, secret), known)).not_checked).toEqual(['alg_hmac']);
  });
  test('is never the public key of the issuer', async () => {
    const forged = await sign({}, JSON.stringify(rsa.jwk));
    const refused = await judged(forged, knownBy({ keys: keySet(rsa.jwk), clientSecret: secret }));
    expect(outcome(refused)).toEqual({ fail: ['alg'], not_checked: ['alg_hmac', 'signature'] });
    const both = { ...allowing('RS256', 'HS256'), keys: keySet(rsa.jwk), clientSecret: secret };
    expect(outcome(await judged(forged, knownBy(both))).fail).toEqual(['signature']);
  });
  test('is no key of an RS256 token, though the set holds it', async () => {
    const known = knownBy({ keys: keySet({ kty: 'oct', kid: 'k1', k: '' }) });
    const verdicts = await judged(await rsa.sign(), known);
    expect(outcome(verdicts)).toEqual({ fail: ['key'], not_checked: ['signature'] });
    expect(verdicts.get('key')).toMatchObject({ expected: 'kty RSA', actual: 'kty oct' });
  });
});

describe('the header', () => {
  const known = knownBy({ keys: keySet(rsa.jwk) });
  test.each([
    ['an unknown name', { crit: ['exp2'], exp2: 1 }, 'exp2'],
    ['a name without its member', { crit: ['b64'] }, 'none'],
    ['an empty list', { crit: [] }, 'an empty list'],
    ['a text', { crit: 'b64', b64: true }, 'b64'],
    ['a list of other things', { crit: [1] }, 'a list with a number'],
    ['a name twice', { crit: ['b64', 'b64'], b64: true }, 'b64, b64'],
    ['a payload that is not base64url', { crit: ['b64'], b64: false }, 'b64: false'],
    ['such a payload, in passing', { b64: false }, 'b64: false'],
    ['null', { crit: null }, 'null, not text'],
  ])('that demands %s fails crit alone', async (_, more, actual) => {
    const verdicts = await judged(textToken(JSON.stringify({ alg: 'RS256', kid: 'k1', ...more })), known);
    expect(outcome(verdicts)).toEqual({ fail: ['crit'], not_checked: ['signature'] });
    expect(verdicts.get('crit')).toMatchObject({ actual });
  });
  test('may name what holds anyway', async () => {
    const token = await rsa.sign({ kid: 'k1', crit: ['b64'], b64: true });
    expect(outcome(await judged(token, known))).toEqual(clean);
  });
  test.each([
    ['jwk', other.jwk],
    ['jku', 'https://evil.example/jwks'],
    ['x5u', 'https://evil.example/x5u'],
    ['x5c', ['MII']],
  ])('with %s is shown as bringing its own key, which is neither fetched nor used', async (name, value) => {
    const fetched = vi.spyOn(globalThis, 'fetch');
    const own = await judged(await rsa.sign({ kid: 'k1', [name]: value }), known);
    expect(outcome(own)).toEqual({ fail: ['embedded_key'], not_checked: [] });
    expect(own.get('embedded_key')).toMatchObject({ actual: name });
    const forged = await judged(await other.sign({ kid: 'k1', [name]: value }), known);
    expect(outcome(forged).fail).toEqual(['embedded_key', 'signature']);
    expect(fetched).not.toHaveBeenCalled();
  });
  test('that cannot be read leaves everything unchecked', async () => {
    const verdicts = await judged(textToken('nothing'), known);
    const all = ['crit', 'embedded_key', 'alg_none', 'alg', 'kid', 'key', 'signature'];
    expect(outcome(verdicts)).toEqual({ fail: [], not_checked: all });
  });
});

describe('the key id', () => {
  test.each([
    ['../../../../../../dev/null', '../../../../../../dev/null'],
    ['/dev/null', '/dev/null'],
    ['|sleep 10', '|sleep 10'],
    ["x' UNION SELECT '1';--", "x' UNION SELECT '1';--"],
    ['', 'an empty text'],
    ['K1', 'K1'],
    ['__proto__', '__proto__'],
    ['x'.repeat(102_400), '102400 characters'],
    [1, 'a number'],
    [null, 'null'],
    [['k1'], 'a list'],
  ])('%.30s is no key of the set', async (kid, actual) => {
    const token = textToken(JSON.stringify({ alg: 'RS256', kid }));
    const verdicts = await judged(token, knownBy({ keys: keySet(rsa.jwk) }));
    expect(outcome(verdicts)).toEqual({ fail: ['kid'], not_checked: ['key', 'signature'] });
    expect(verdicts.get('kid')).toMatchObject({ actual });
  });
  test('that is absent means the one key that fits', async () => {
    const keys = keySet(ec.jwk, { ...other.jwk, use: 'enc' }, rsa.jwk);
    expect(outcome(await judged(await rsa.sign({}), knownBy({ keys })))).toEqual(clean);
  });
  test('that is absent has every key tried that fits', async () => {
    const keys = keySet(other.jwk, rsa.jwk);
    expect(outcome(await judged(await rsa.sign({}), knownBy({ keys })))).toEqual(clean);
    expect(outcome(await judged(await rsa.sign({}), knownBy({ keys: keySet(other.jwk) }))).fail).toEqual(['signature']);
  });
  test('that two keys have is a warning, and each is tried', async () => {
    const known = knownBy({ keys: keySet({ ...other.jwk, kid: 'k1' }, rsa.jwk) });
    const verdicts = await judged(await rsa.sign(), known);
    expect(outcome(verdicts)).toEqual({ fail: ['kid'], not_checked: [] });
    expect(verdicts.get('kid')).toMatchObject({ severity: 'warning', actual: '2 keys' });
  });
  test('that keys of two types share is none', async () => {
    const known = knownBy({ keys: keySet({ ...ec.jwk, kid: 'k1' }, rsa.jwk) });
    expect(outcome(await judged(await rsa.sign(), known))).toEqual(clean);
  });
  test('is looked for though the algorithm is not allowed', async () => {
    const known = knownBy({ ...allowing('PS256'), keys: keySet(other.jwk) });
    expect(outcome(await judged(await rsa.sign(), known)).fail).toEqual(['alg', 'kid']);
    expect(outcome(await judged(await other.sign({ kid: 'k2' }), known)).fail).toEqual(['alg']);
    expect(outcome(await judged(await rsa.sign({}), known)).not_checked).toEqual(['kid', 'key', 'signature']);
  });
});

describe('a key that the issuer has let go', () => {
  const known = (seenAt: number) => knownBy({ keys: { ...keySet(other.jwk), retired: [{ key: rsa.jwk, seenAt }] } });
  test('checks what came while it was there, and a minute longer', async () => {
    for (const seenAt of [now + 1, now, now - 60_000]) {
      expect(outcome(await judged(await rsa.sign(), known(seenAt)))).toEqual(clean);
      expect(outcome(await judged(await rsa.sign({}), known(seenAt)))).toEqual(clean);
    }
  });
  test('checks nothing that came later', async () => {
    expect(outcome(await judged(await rsa.sign(), known(now - 60_001))).fail).toEqual(['kid']);
  });
  test('is tried after the one that took its id', async () => {
    const keys = { ...keySet({ ...other.jwk, kid: 'k1' }), retired: [{ key: rsa.jwk, seenAt: now }] };
    expect(outcome(await judged(await rsa.sign(), knownBy({ keys })))).toEqual(clean);
  });
});

test('a key whose private half is published by now is not fit, whatever it was before', async () => {
  const keys = { ...keySet(rsa.secret), retired: [{ key: rsa.jwk, seenAt: now }] };
  const verdicts = await judged(await rsa.sign(), knownBy({ keys }));
  expect(outcome(verdicts)).toEqual({ fail: ['key'], not_checked: ['signature'] });
  expect(verdicts.get('key')).not.toHaveProperty('severity');
});

describe('the key', () => {
  const weak = { n: Buffer.alloc(128, 255).toString('base64url') };
  test.each<[string, Jwk, string]>([
    ['of another type', { ...ec.jwk, kid: 'k1' }, 'kty EC'],
    ['for encryption', { ...rsa.jwk, use: 'enc' }, 'use enc'],
    ['that may not verify', { ...rsa.jwk, key_ops: ['encrypt', 'wrapKey'] }, 'key_ops encrypt, wrapKey'],
    ['that may do nothing', { ...rsa.jwk, key_ops: [] }, 'key_ops none'],
    ['of another algorithm', { ...rsa.jwk, alg: 'RS512' }, 'alg RS512'],
    ['of 1024 bits', { ...rsa.jwk, ...weak }, '1024 bits'],
    ['of no bits', { ...rsa.jwk, n: '' }, '0 bits'],
    ['of more bits than can be', { ...rsa.jwk, n: Buffer.alloc(4000, 255).toString('base64url') }, '32000 bits'],
    ['with e 1', { ...rsa.jwk, e: 'AQ' }, 'e AQ'],
    ['with an even e', { ...rsa.jwk, e: 'AQAA' }, 'e AQAA'],
    ['without e', { ...rsa.jwk, e: undefined }, 'e none'],
    ['that is private', { ...rsa.secret }, 'a private key: d, p, q, dp, dq, qi'],
  ])('%s is not fit, and says nothing of the signature', async (_, key, actual) => {
    for (const header of [{ kid: 'k1' }, {}]) {
      const verdicts = await judged(await rsa.sign(header), knownBy({ keys: keySet(key) }));
      expect(outcome(verdicts)).toEqual({ fail: ['key'], not_checked: ['signature'] });
      expect(verdicts.get('key')).toMatchObject({ actual });
      expect(verdicts.get('key')).not.toHaveProperty('severity');
    }
  });
  test.each<[string, Jwk, string]>([
    ['another curve', { ...ec.jwk, crv: 'P-384' }, 'crv P-384'],
    ['a short coordinate', { ...ec.jwk, x: 'AAAA' }, '3 bytes'],
    ['a point off the curve', { ...ec.jwk, x: Buffer.alloc(32, 1).toString('base64url') }, 'values that no key has'],
  ])('of a curve with %s is not fit', async (_, key, actual) => {
    const verdicts = await judged(await ec.sign({ kid: 'e1' }), knownBy({ ...allowing('ES256'), keys: keySet(key) }));
    expect(outcome(verdicts)).toEqual({ fail: ['key'], not_checked: ['signature'] });
    expect(verdicts.get('key')).toMatchObject({ actual });
  });
  test('may stand beside a private one, with a loud warning', async () => {
    const verdicts = await judged(await rsa.sign(), knownBy({ keys: keySet(rsa.jwk, other.secret) }));
    expect(outcome(verdicts)).toEqual({ fail: ['key'], not_checked: [] });
    expect(verdicts.get('key')).toMatchObject({
      severity: 'warning',
      reason: expect.stringMatching(/publishes a private key/),
    });
  });
  test('that may verify is fit', async () => {
    const key = { ...rsa.jwk, key_ops: ['verify'], alg: 'RS256' };
    expect(outcome(await judged(await rsa.sign(), knownBy({ keys: keySet(key) })))).toEqual(clean);
  });
  test('of an algorithm that the browser does not know leaves the signature unchecked', async () => {
    const { jwk, sign } = await makePair('EdDSA');
    const token = await sign();
    vi.spyOn(crypto.subtle, 'importKey').mockRejectedValueOnce(new DOMException('', 'NotSupportedError'));
    const verdicts = await judged(token, knownBy({ ...allowing('EdDSA'), keys: keySet(jwk) }));
    expect(outcome(verdicts)).toEqual({ fail: [], not_checked: ['signature'] });
  });
});

test('without a key set nothing is forged and nothing passes', async () => {
  const keys = { ok: false, why: 'status', detail: '404' } as const;
  const verdicts = await judged(await rsa.sign(), knownBy({ keys }));
  expect(outcome(verdicts)).toEqual({ fail: [], not_checked: ['kid', 'key', 'signature'] });
  expect(verdicts.get('signature')?.reason).toMatch(/status 404/);
});

describe('what jose lets through', () => {
  const known = knownBy({ keys: keySet(rsa.jwk), profile: profile({ idTokenAlgs: ['RS256'] }) });
  test.each([
    ['white space in the signature', (token: string) => `${token.slice(0, -5)}\n${token.slice(-5)}`],
    ['white space in the header', (token: string) => `${token.slice(0, 5)} ${token.slice(5)}`],
    ['padding', (token: string) => `${token}==`],
    // 256 bytes leave four bits of the last character unused
    ['bits that are not used', (token: string) => token.slice(0, -1) + nextLetter(token.at(-1)!)],
  ])('%s says nothing of the signature', async (_, spoil) => {
    const verdicts = await judged(spoil(await rsa.sign()), known);
    expect(outcome(verdicts)).toEqual({ fail: [], not_checked: ['signature'] });
  });
  test('a signature whose every byte is another fails', async () => {
    const token = await rsa.sign();
    const at = token.lastIndexOf('.') + 1;
    const bytes = Buffer.from(token.slice(at), 'base64url').map((byte) => byte ^ 0x5a);
    const verdicts = await judged(token.slice(0, at) + Buffer.from(bytes).toString('base64url'), known);
    expect(outcome(verdicts)).toEqual({ fail: ['signature'], not_checked: [] });
  });
});

function nextLetter(letter: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return alphabet.charAt(alphabet.indexOf(letter) + 1);
}
