import { describe, expect, test } from 'vitest';
import { answerRows } from '../../../../popup/state/capture/answer-rows.ts';
import { capture } from '../../../support/records.ts';

const secret = 'eyJhbGciOiJub25lIn0.e30.c2VjcmV0';

describe('the parameters of an answer', () => {
  test('stand in their order, tokens by where they are, unknown ones as such', () => {
    const params: [string, string][] = [
      ['id_token', ''],
      ['expires_in', '3600'],
      ['x_trace', '7c1e'],
      ['session_state', ''],
      ['iss', 'https://id.example.com'],
    ];
    const { rows, more, unknown } = answerRows(capture({ params, tokens: { id_token: secret } }));
    expect(rows).toEqual([
      { name: 'id_token', words: 'in the tab above', isUnknown: false },
      { name: 'expires_in', text: '3600', isUnknown: false },
      { name: 'x_trace', text: '7c1e', isUnknown: true },
      { name: 'session_state', words: 'empty', isUnknown: false },
      { name: 'iss', text: 'https://id.example.com', isUnknown: false },
    ]);
    expect([more, unknown]).toEqual([0, 1]);
  });

  test('never hold a token, not even one that came twice and was not taken', () => {
    const params: [string, string][] = [
      ['access_token', secret],
      ['access_token', secret],
    ];
    const { rows } = answerRows(capture({ params, tokens: {} }));
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(rows[0]?.words).toBe(`${secret.length} characters, not taken: it came more than once`);
  });

  test('of a client that asked for itself are the members of the token answer', () => {
    const { request: _, ...own } = capture({ source: 'token_endpoint', params: [], tokens: { access_token: secret } });
    const body = '{"access_token":"","token_type":"Bearer","expires_in":60,"refresh_token":" ","ext":{"a":[1]}}';
    const { rows, count, unknown } = answerRows({
      ...own,
      tokenAnswer: { grant: 'client_credentials', at: 0, status: 200, body },
    });
    expect(rows.map(({ name, text, words }) => [name, text ?? words])).toEqual([
      ['access_token', 'in the tab above'],
      ['token_type', 'Bearer'],
      ['expires_in', '60'],
      ['refresh_token', 'empty'],
      ['ext', '{"a":[1]}'],
    ]);
    expect([count, unknown]).toEqual([5, 1]);
    expect(answerRows(own).count).toBe(0);
  });

  test('an error with a token has no tab that it could stand in', () => {
    const params: [string, string][] = [['access_token', '']];
    const failed = capture({ params, tokens: { access_token: secret }, error: { error: 'server_error' } });
    expect(answerRows(failed).rows[0]?.words).toBe('a token, not shown');
  });

  test('on the provider’s own page none is unknown: it is no answer of OAuth', () => {
    const params: [string, string][] = [['client_id', 'c']];
    const events = [{ at: 1, kind: 'provider_error_page' }];
    expect(answerRows(capture({ params, events })).unknown).toBe(0);
    expect(answerRows(capture({ params })).unknown).toBe(1);
  });

  test('are capped in number and length, and what hides is shown', () => {
    const params = Array.from({ length: 600 }, (): [string, string] => ['a\u202Eb', 'x'.repeat(5000)]);
    const { rows, more, unknown } = answerRows(capture({ params }));
    expect([rows.length, more, unknown]).toEqual([500, 100, 600]);
    expect(rows[0]?.name).toBe('a⟨U+202E⟩b');
    expect(rows[0]?.text?.length).toBe(4001);
  });
});
