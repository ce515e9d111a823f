import type { ComponentChildren } from 'preact';
import type { Draft } from '../state/profile/profile-draft.ts';
import { bringsToken, clientAlone, type FlowType } from '../state/profile/profile-flows.ts';

const alone = { [clientAlone]: 'No sign-in: client credentials alone' };

/** What each flow is called, where the provider knows it. */
export const flowLabels: Record<Draft['provider'], Partial<Record<FlowType, string>>> = {
  cognito: { code: 'Authorization code with PKCE', token: 'Implicit', ...alone },
  oidc: {
    code: 'Authorization code with PKCE',
    token: 'Implicit, access token',
    id_token: 'Implicit, ID token',
    'id_token token': 'Implicit, both tokens',
    'code id_token': 'Hybrid, code and ID token',
    'code token': 'Hybrid, code and access token',
    'code id_token token': 'Hybrid, code and both tokens',
    ...alone,
  },
};

const brought: Record<Exclude<FlowType, 'code' | ''>, string> = {
  token: 'the access token',
  id_token: 'the ID token',
  'id_token token': 'both tokens',
  'code id_token': 'a code and an ID token',
  'code token': 'a code and an access token',
  'code id_token token': 'a code and both tokens',
};

const places: Record<Draft['responseMode'], string> = {
  '': 'the fragment',
  fragment: 'the fragment',
  query: 'the query',
  form_post: 'a form',
};

/** What a flow brings, and where. */
export function flowWords(type: FlowType, { provider, responseMode }: Draft): ComponentChildren {
  if (type === clientAlone) {
    return (
      <>
        <code>grant_type=client_credentials</code>, an access token for the client itself, with no user behind it. Needs
        a secret
      </>
    );
  }
  const sent = <code>response_type={type}</code>;
  if (type === 'code') {
    const place = responseMode === '' ? places.query : places[responseMode];
    return provider === 'cognito' ? (
      <>
        {sent}, recommended: brings a refresh token too, and no token into the address. The code comes in {place}
      </>
    ) : (
      <>
        {sent}, recommended: a code in {place}, the tokens straight from the token endpoint
      </>
    );
  }
  const place = responseMode === 'query' && bringsToken(type) ? places[''] : places[responseMode];
  const what = provider === 'cognito' ? 'both tokens' : brought[type];
  return (
    <>
      {sent}, {what} in {place}
    </>
  );
}
