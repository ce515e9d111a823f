import { describe, expect, test } from 'vitest';
import { type Draft, emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import { chooseFlow } from '../../../../popup/state/profile/profile-flow-change.ts';
import {
  bringsToken,
  findFlowType,
  flowsAt,
  flowTypes,
  isHybrid,
} from '../../../../popup/state/profile/profile-flows.ts';
import { offeredParams } from '../../../../popup/state/profile/profile-params.ts';
import { tokenRequestOf } from '../../../../popup/state/profile/profile-token-request.ts';

describe('a flow', () => {
  test('is found whatever the order of its words', () => {
    for (const type of flowTypes) expect(findFlowType(type.split(' ').reverse().join('  '))).toBe(type);
    expect(findFlowType('none')).toBe(undefined);
    expect(findFlowType('code code')).toBe('code');
  });

  test('is hybrid where a token comes beside the code', () => {
    expect(flowTypes.filter(isHybrid)).toEqual(['code id_token', 'code token', 'code id_token token']);
    expect(flowTypes.filter((type) => !bringsToken(type))).toEqual(['code', '']);
  });

  test('of Cognito is none that it does not know, and code is offered first everywhere', () => {
    expect(flowsAt.cognito).toEqual(['code', 'token', '']);
    expect([...flowsAt.oidc].sort()).toEqual([...flowTypes].sort());
    expect(flowsAt.oidc[0]).toBe('code');
  });

  const chosen: [type: string, before: Partial<Draft>, after: object][] = [
    ['code id_token', { responseMode: 'query' }, { responseMode: '' }],
    ['code id_token', { responseMode: 'form_post' }, { responseMode: 'form_post' }],
    ['code', { responseMode: 'query' }, { responseMode: 'query' }],
    ['', {}, { clientAuth: 'client_secret_basic' }],
    ['', { clientAuth: 'client_secret_post' }, { clientAuth: 'client_secret_post' }],
    ['code', { clientAuth: 'client_secret_post' }, { clientAuth: 'client_secret_post' }],
  ];

  test.each(chosen)('"%s" chosen with %j leaves %j', (type, before, after) => {
    expect(chooseFlow({ ...emptyDraft, ...before }, type)).toMatchObject({ responseType: type, ...after });
  });
});

describe('the parameters that are offered', () => {
  test('are those of the provider that are not there yet, and never a hint that is a token', () => {
    const cognito = offeredParams(emptyDraft, ['lang', 'resource']);
    expect(cognito).toEqual(['identity_provider', 'idp_identifier', 'login_hint', 'prompt', 'resource']);
    const oidc = offeredParams({ ...emptyDraft, provider: 'oidc' }, []);
    expect(oidc).toEqual(expect.arrayContaining(['prompt', 'max_age', 'acr_values', 'ui_locales', 'claims']));
    expect([...cognito, ...oidc]).not.toContain('id_token_hint');
    expect(offeredParams({ ...emptyDraft, responseType: '' }, [])).toEqual(['resource']);
  });
});

describe('the token request of a client alone', () => {
  const alone: Draft = {
    ...emptyDraft,
    prefix: 'demo',
    region: 'us-east-1',
    clientId: 'abc',
    responseType: '',
    scopes: ['orders/read', 'orders/write'],
    clientSecret: 'typed',
    extraParams: [
      ['lang', 'en'],
      ['resource', 'https://api.example.com'],
    ],
  };
  const methods: [clientAuth: Draft['clientAuth'], rows: string[]][] = [
    ['client_secret_basic', ['Authorization', 'grant_type', 'scope', 'resource']],
    ['client_secret_post', ['grant_type', 'scope', 'resource', 'client_id', 'client_secret']],
    ['none', ['grant_type', 'scope', 'resource', 'client_id']],
  ];

  test.each(methods)('with %s has %j, and no secret among its values', (clientAuth, names) => {
    const { endpoint, rows } = tokenRequestOf({ ...alone, clientAuth });
    expect(endpoint).toBe('https://demo.auth.us-east-1.amazoncognito.com/oauth2/token');
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(JSON.stringify(rows)).not.toContain('typed');
    expect(rows).toContainEqual({ name: 'scope', value: 'orders/read orders/write', isSecret: false });
  });
});
