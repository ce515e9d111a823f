import { type AuthorizationResponse, findMetadata } from './authorization-response.ts';

/** The methods that the metadata of the issuer announces (RFC 8414 section 2); undefined without metadata. */
export function findPkceMethods(response: AuthorizationResponse): string[] | undefined {
  const metadata = findMetadata(response);
  const methods = metadata?.code_challenge_methods_supported;
  return metadata && (Array.isArray(methods) ? methods.filter((method) => typeof method === 'string') : []);
}

/** Whether the authorization server is known to support PKCE with S256; undefined when nothing says so either way. */
export function isS256Supported(response: AuthorizationResponse): boolean | undefined {
  // documented for Amazon Cognito, whose metadata does not name it
  if (response.profile?.provider === 'cognito') return true;
  return findPkceMethods(response)?.includes('S256');
}
