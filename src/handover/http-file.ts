import { type Bearer, type Line, readCall, whyNoHeader } from './bearer-call.ts';
import { whyNoTemplate, withoutBraces } from './braces.ts';

/**
 * A request for an `.http` file: request line and header as in RFC 9112, with the tags by which VS Code's REST Client and the
 * HTTP Client of JetBrains follow no redirect and keep no cookie. There is no common way to an environment variable: the one
 * here is the REST Client's (`$processEnv`, “System variables”).
 */
export function httpFile(address: string, bearer: Bearer): Line {
  const call = readCall(address);
  if (!call.ok) return call;
  const reason = whyNoHeader(bearer) ?? whyNoTemplate(bearer);
  if (reason) return { ok: false, reason };
  const isEnv = typeof bearer === 'object';
  const lines = [
    ...(isEnv ? ['# $processEnv is how the REST Client of VS Code reads an environment variable.'] : []),
    '# @no-redirect',
    '# @no-cookie-jar',
    `GET ${withoutBraces(call.url)}`,
    `Authorization: Bearer ${isEnv ? `{{$processEnv ${bearer.env}}}` : bearer}`,
    '',
  ];
  return { ok: true, text: lines.join('\n') };
}
