import { findEndpoint } from '../protocol/endpoints.ts';
import type { Capture, Profile, Shell } from '../protocol/records.ts';
import { type Bearer, isDpop, type Line, whyBound } from './bearer-call.ts';
import { bearerCurl } from './curl.ts';
import { bearerFetch } from './fetch-code.ts';
import { httpFile } from './http-file.ts';
import { bearerHttpie } from './httpie.ts';
import { postmanCollection } from './postman.ts';
import { envName, whyCut } from './token-words.ts';

export type Command = 'curl_userinfo' | 'curl_api' | 'httpie' | 'fetch' | 'http_file' | 'postman';

/** Whom a command calls. */
export type Target = 'userinfo' | 'api';

const lacks: Record<Target, string> = {
  userinfo: 'This profile has no userInfo endpoint.',
  api: 'Add the base URL of your API to the profile first.',
};

/** The call that a form is for: the person's API where the profile knows it. */
export function targetOf(command: Command, { apiBaseUrl }: Pick<Profile, 'apiBaseUrl'>): Target {
  if (command === 'curl_userinfo') return 'userinfo';
  return command === 'curl_api' || apiBaseUrl ? 'api' : 'userinfo';
}

type Source = { capture: Pick<Capture, 'tokens' | 'tokenType'>; profile: Profile; shell: Shell; fromEnv: boolean };

/** A call with the access token, which is the one that is made for calls (RFC 6749 section 1.4). */
export function writeCommand(command: Command, { capture, profile, shell, fromEnv }: Source): Line {
  const token = capture.tokens.access_token;
  if (!token) return { ok: false, reason: 'There is no access token in this capture.' };
  if (isDpop(capture.tokenType)) return { ok: false, reason: whyBound };
  const target = targetOf(command, profile);
  const address = target === 'api' ? profile.apiBaseUrl : findEndpoint(profile, 'userinfo');
  if (!address) return { ok: false, reason: lacks[target] };
  const cut = whyCut(token);
  if (cut && !fromEnv) return { ok: false, reason: cut };
  return write(command, address, fromEnv ? { env: envName('access_token') } : token, shell);
}

function write(command: Command, address: string, bearer: Bearer, shell: Shell): Line {
  switch (command) {
    case 'curl_userinfo':
    case 'curl_api':
      return bearerCurl(address, bearer, shell);
    case 'httpie':
      return bearerHttpie(address, bearer, shell);
    case 'fetch':
      return bearerFetch(address, bearer);
    case 'http_file':
      return httpFile(address, bearer);
    case 'postman':
      return postmanCollection(address, bearer);
  }
}
