import { tokenExpiresAt } from '../../../src/protocol/expiry.ts';
import { type Capture, tokenNames } from '../../../src/protocol/records.ts';

export type ExportFormat = 'json' | 'markdown';

export const formatNames: Record<ExportFormat, string> = { json: 'JSON', markdown: 'Markdown' };
export const formatTypes: Record<ExportFormat, string> = { json: 'application/json', markdown: 'text/markdown' };

/** `one login`, `12 logins`. */
export function loginsOf(count: number): string {
  return count === 1 ? 'one login' : `${count} logins`;
}

/** A name that tells nothing of who signed in: `claimcheck-2-logins-2026-11-23-redacted.json`. */
export function fileNameOf(count: number, now: number, format: ExportFormat, isRedacted: boolean): string {
  const date = new Date(now).toISOString().slice(0, 10);
  const what = `${count === 1 ? 'login' : `${count}-logins`}-${date}-${isRedacted ? 'redacted' : 'with-tokens'}`;
  return `claimcheck-${what}.${format === 'json' ? 'json' : 'md'}`;
}

/** What a file that holds everything gives away, a sentence each. `now` in milliseconds. */
export function fullWords(captures: readonly Capture[], now: number): string[] {
  const held = captures.flatMap((capture) =>
    tokenNames.flatMap((name) => (capture.tokens[name] === undefined ? [] : [{ capture, name }])),
  );
  const refresh = held.filter(({ name }) => name === 'refresh_token').length;
  const good = held.filter(
    ({ capture, name }) => name !== 'refresh_token' && (tokenExpiresAt(capture, name) ?? 0) > now,
  ).length;
  return [
    `The file holds ${loginsOf(captures.length)} as ${captures.length === 1 ? 'it lies' : 'they lie'} in memory: every token, code, state and nonce, and the userInfo answers.`,
    good === 0
      ? 'None of the ID and access tokens in it is known to be good any more.'
      : `Whoever has it can use the ${good === 1 ? 'ID or access token' : `${good} ID and access tokens`} that ${good === 1 ? 'is' : 'are'} still good.`,
    ...(refresh > 0 ? [refreshWords(refresh)] : []),
    'It stays on disk until you delete it.',
  ];
}

function refreshWords(count: number): string {
  const [what, which] = count === 1 ? ['A refresh token', 'it'] : [`${count} refresh tokens`, 'them'];
  return `${what} in it can be used for as long as the provider takes ${which}.`;
}
