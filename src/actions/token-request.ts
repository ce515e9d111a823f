import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretPost,
  customFetch,
  genericTokenEndpointRequest,
  None,
  revocationRequest as requestRevocation,
} from 'oauth4webapi';
import type { Grant, Profile } from '../protocol/records.ts';
import { parseUrl } from '../protocol/url.ts';

/** With what a client asks: where, as whom, and with which secret. */
export type ClientMeans = {
  endpoint: string;
  issuer: string;
  clientId: string;
  clientAuth: Profile['clientAuth'];
  secret: string;
};

/** A request as it is to be sent. `secrets`: what it holds that must stand in nothing that is kept of its answer. */
export type BuiltRequest = { address: string; body: string; headers: Record<string, string>; secrets: string[] };

/**
 * A request to the token endpoint (RFC 6749 sections 4.1.3, 4.4.2 and 6), authenticated as the profile has it: the client
 * id in the body, both in the header (form-encoded, section 2.3.1), or both in the body. It is built, not sent.
 */
export async function buildTokenRequest(
  means: ClientMeans,
  grant: Grant,
  parameters: readonly (readonly [name: string, value: string])[],
): Promise<BuiltRequest> {
  const form = new URLSearchParams(parameters.map(([name, value]) => [name, value]));
  return catchRequest(means, (options) =>
    genericTokenEndpointRequest(
      { issuer: means.issuer, token_endpoint: means.endpoint },
      { client_id: means.clientId },
      authOf(means),
      grant,
      form,
      options,
    ),
  );
}

/** A request to the revocation endpoint (RFC 7009 section 2.1), authenticated alike. It is built, not sent. */
export async function buildRevocationRequest(
  means: ClientMeans,
  token: string,
  hint: 'access_token' | 'refresh_token',
): Promise<BuiltRequest> {
  return catchRequest(means, (options) =>
    requestRevocation(
      { issuer: means.issuer, revocation_endpoint: means.endpoint },
      { client_id: means.clientId },
      authOf(means),
      token,
      { ...options, additionalParameters: { token_type_hint: hint } },
    ),
  );
}

function authOf({ clientAuth, secret }: ClientMeans): ClientAuth {
  switch (clientAuth) {
    case 'none':
      return None();
    case 'client_secret_basic':
      return basic(secret);
    case 'client_secret_post':
      return ClientSecretPost(secret);
  }
}

type Options = Parameters<typeof genericTokenEndpointRequest>[5] & object;

/** What the library would have fetched: it sends at once what it builds, and here a claim is written in between. */
async function catchRequest(
  { endpoint, secret }: ClientMeans,
  request: (options: Options) => Promise<unknown>,
): Promise<BuiltRequest> {
  let built: BuiltRequest | undefined;
  await request({
    // isCallable has let through http on this machine alone
    [allowInsecureRequests]: parseUrl(endpoint)?.protocol === 'http:',
    [customFetch]: async (address, { body, headers }) => {
      const { 'user-agent': _, ...sent } = headers;
      const form = new URLSearchParams(body);
      built = { address, body: form.toString(), headers: sent, secrets: secretsIn(form, sent.authorization, secret) };
      return new Response();
    },
  });
  if (!built) throw new Error('No request was built.');
  return built;
}

const secretNames = ['code', 'code_verifier', 'refresh_token', 'token', 'client_secret'];

function secretsIn(form: URLSearchParams, authorization: string | undefined, secret: string): string[] {
  const inForm = secretNames.flatMap((name) => form.getAll(name));
  const inHeader = authorization === undefined ? [] : [authorization.replace(/^Basic /, '')];
  return [...new Set([...inForm, ...inHeader, secret])].filter((one) => one !== '');
}

/**
 * Id and secret, each as a form encodes it, in the Authorization header (RFC 6749 section 2.3.1 and appendix B). The
 * library encodes `-`, `.` and `_` too, which providers that decode nothing do not understand.
 */
function basic(secret: string): ClientAuth {
  return (_server, { client_id }, _body, headers) => {
    headers.set('authorization', `Basic ${btoa(`${formEncoded(client_id)}:${formEncoded(secret)}`)}`);
  };
}

function formEncoded(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}
