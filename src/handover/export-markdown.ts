import type { Capture, Profile, TokenName, Verdict } from '../protocol/records.ts';
import { tokenNames } from '../protocol/records.ts';
import { decodeToken } from '../protocol/token.ts';
import type { CapturesFile } from './export-file.ts';
import { receiptLines } from './export-receipt.ts';
import { codeText, plainText } from './export-text.ts';

/** A redacted file as Markdown, for an issue: what came, which checks were made, the claims, and what happened when. */
export function exportMarkdown({ captures, profiles, receipt, exportedAt }: CapturesFile): string {
  const logins = captures.length === 1 ? 'A login' : `${captures.length} logins`;
  const sections = captures.map((capture, at) =>
    captureSection(
      capture,
      profiles.find(({ id }) => id === capture.profileId),
      captures.length === 1 ? 'Login' : `Login ${at + 1}`,
    ),
  );
  const removed = receipt ? list(['What was removed'], receiptLines(receipt).map(plainText)) : '';
  return `${[`# ${logins}, exported from Claimcheck`, `Exported ${time(exportedAt)}, redacted. Values between ‹ and › stand in place of others; equal ones were equal.`, ...sections, removed].filter(Boolean).join('\n\n')}\n`;
}

function captureSection(capture: Capture, profile: Profile | undefined, title: string): string {
  const { capturedAt, callback, source, startedHere, origin, error, tokens, userinfo } = capture;
  const facts = [
    ['Captured', time(capturedAt)],
    ['Profile', profile ? plainText(profile.name) : 'none'],
    ...(profile ? [['Provider', `${profile.provider}${profile.issuer ? `, ${codeText(profile.issuer)}` : ''}`]] : []),
    ['Callback', codeText(callback)],
    ['Answer', `${source}, ${startedHere ? 'started here' : 'not started here'}${origin ? `, ${origin}` : ''}`],
    ...(capture.scope === undefined ? [] : [['Scope', codeText(capture.scope)]]),
  ];
  return [
    `## ${title}`,
    table(['', ''], facts),
    error &&
      `### Error\n\n${table(
        ['', ''],
        Object.entries(error).map(([name, text]) => [codeText(name), codeText(text)]),
      )}`,
    checksSection(capture.verdicts),
    ...tokenNames.map((name) => tokenSection(name, tokens[name])),
    userinfo &&
      `### userInfo\n\nStatus ${userinfo.status}, ${time(userinfo.at)}\n\n${codeText(shortened(userinfo.body))}`,
    eventsSection(capture),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function checksSection(verdicts: readonly Verdict[]): string {
  const count = (result: Verdict['result']) => verdicts.filter((one) => one.result === result).length;
  const sum = `${count('pass')} passed, ${count('fail')} failed, ${count('not_checked')} not checked.`;
  const open = verdicts.filter(({ result }) => result !== 'pass');
  const rows = open.map(({ check, token, result, reason, expected, actual }) => [
    codeText(check),
    token ?? '',
    result === 'fail' ? 'Failed' : 'Not checked',
    [
      expected === undefined ? '' : `expected ${codeText(expected)}`,
      actual === undefined ? '' : `came ${codeText(actual)}`,
      reason === undefined ? '' : plainText(reason),
    ]
      .filter(Boolean)
      .join(', '),
  ]);
  const names = verdicts.filter(({ result }) => result === 'pass').map(({ check }) => codeText(check));
  const passed = names.length > 0 ? `Passed: ${[...new Set(names)].join(', ')}` : '';
  return [`### Checks`, sum, open.length > 0 ? table(['Check', 'Of', 'Result', 'Why'], rows) : '', passed]
    .filter(Boolean)
    .join('\n\n');
}

function tokenSection(name: TokenName, token: string | undefined): string | undefined {
  if (token === undefined) return undefined;
  const read = decodeToken(token);
  if (read.kind !== 'signed') return `### ${titles[name]}\n\n${codeText(shortened(token))}`;
  const rows = read.claims.map(([claim, value]) => [codeText(claim), codeText(shortened(valueText(value)))]);
  const headers = read.header.map(([member, value]) => `${codeText(member)} ${codeText(shortened(valueText(value)))}`);
  return [`### ${titles[name]}`, `Header: ${headers.join(', ')}`, table(['Claim', 'Value'], rows)].join('\n\n');
}

const titles: Record<TokenName, string> = {
  id_token: 'ID token',
  access_token: 'Access token',
  refresh_token: 'Refresh token',
};

function eventsSection({ events, replays }: Capture): string | undefined {
  const all = [...events, ...replays.map(({ at }) => ({ at, kind: 'replayed', detail: undefined }))];
  if (all.length === 0) return undefined;
  const rows = all
    .sort((one, other) => one.at - other.at)
    .map(({ at, kind, detail }) => [time(at), codeText(kind), detail === undefined ? '' : codeText(detail)]);
  return `### Timeline\n\n${table(['When', 'What', ''], rows)}`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** In characters: an issue is read by people. */
const longest = 2000;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list([title]: [string], lines: readonly string[]): string {
  return [`## ${title}`, lines.map((one) => `- ${one}`).join('\n')].join('\n\n');
}

/** In UTC, to the second: whoever reads it sits elsewhere. */
function time(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? 'at an unknown time'
    : date
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC');
}
