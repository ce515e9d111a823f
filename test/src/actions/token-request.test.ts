import { describe, expect, test } from 'vitest';
import { buildTokenRequest, type ClientMeans } from '../../../src/actions/token-request.ts';

const means: ClientMeans = {
  endpoint: 'https://id.example.com/token',
  issuer: 'https://id.example.com',
  clientId: 'my-client_1.0',
  clientAuth: 'client_secret_basic',
  secret: 'a b+c%d:é~',
};

const code = [['code', 'c-1']] as const;

describe('how a client says who it is at the token endpoint', () => {
  test('basic: id and secret as a form encodes them, whatever needs no encoding left alone', async () => {
    const { headers, body } = await buildTokenRequest(means, 'authorization_code', code);
    const encoded = 'my-client_1.0:a+b%2Bc%25d%3A%C3%A9%7E';
    expect(headers.authorization).toBe(`Basic ${Buffer.from(encoded).toString('base64')}`);
    expect([...new URLSearchParams(body)]).toEqual([
      ['code', 'c-1'],
      ['grant_type', 'authorization_code'],
    ]);
  });
  test('post: both in the body, and no header', async () => {
    const { headers, body } = await buildTokenRequest(
      { ...means, clientAuth: 'client_secret_post' },
      'authorization_code',
      code,
    );
    expect(headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      client_id: means.clientId,
      client_secret: means.secret,
    });
  });
  test('none: the id alone', async () => {
    const { headers, body } = await buildTokenRequest({ ...means, clientAuth: 'none' }, 'authorization_code', code);
    expect(headers.authorization).toBeUndefined();
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      client_id: means.clientId,
      code: 'c-1',
      grant_type: 'authorization_code',
    });
  });
});
