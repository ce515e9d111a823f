import type { Shell } from '../protocol/records.ts';
import { type Bearer, type Line, readCall, whyNoHeader } from './bearer-call.ts';
import { commandLine, type Word } from './shell-line.ts';

/**
 * A call with HTTPie. The header is a request item, split at its first `:`, so that only a backslash in the value would be
 * read as an escape (HTTPie docs, “Escaping rules”). `--ignore-netrc`: an entry for the host would replace the header.
 * `--ignore-stdin`: in a script HTTPie would wait for a body (“Best practices”).
 */
export function bearerHttpie(address: string, bearer: Bearer, shell: Shell = 'posix'): Line {
  const call = readCall(address);
  if (!call.ok) return call;
  const reason = whyNoHeader(bearer);
  if (reason) return { ok: false, reason };
  if (typeof bearer === 'string' && bearer.includes('\\')) {
    return { ok: false, reason: 'The token holds a backslash, which HTTPie would read as an escape.' };
  }
  const before = 'Authorization:Bearer ';
  const header: Word = typeof bearer === 'object' ? { before, ...bearer } : `${before}${bearer}`;
  const flags = ['--ignore-stdin', '--ignore-netrc', '--check-status'];
  return commandLine(shell, ['http', ...flags, 'GET', call.url.href, header]);
}
