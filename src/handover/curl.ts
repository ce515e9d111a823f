import type { Shell } from '../protocol/records.ts';
import { type Bearer, type Line, readCall } from './bearer-call.ts';
import { commandLine, type Word } from './shell-line.ts';
import { shells } from './shells.ts';

/**
 * A curl line that calls an address with an access token in the Authorization header (RFC 6750 section 2.1) and runs
 * as pasted in the shell. Only https, or http on this machine; the line itself holds curl to that.
 */
export function bearerCurl(address: string, bearer: Bearer, shell: Shell = 'posix'): Line {
  const call = readCall(address);
  if (!call.ok) return call;
  const { url, isPlain } = call;
  const words: Word[] = [shells[shell].curl, '--silent', '--show-error', '--fail-with-body'];
  if (/[[\]{}]/.test(url.href)) words.push('--globoff');
  words.push('--proto', isPlain ? '=http' : '=https', '--header', header(bearer), '--url', url.href);
  return commandLine(shell, words);
}

function header(bearer: Bearer): Word {
  const before = 'Authorization: Bearer ';
  return typeof bearer === 'object' ? { before, ...bearer } : `${before}${bearer}`;
}
