import { joinLines } from '../protocol/join-lines.ts';
import { type Capture, type Profile, type TokenName, tokenNames, type Verdict } from '../protocol/records.ts';
import { decodeToken } from '../protocol/token.ts';
import type { CapturesFile } from './export-file.ts';
import { markdownCell } from './markdown-cell.ts';
import { plainText } from './markdown-text.ts';
import { receiptLines } from './redaction/receipt-lines.ts';
import { tokenLabels } from './token-words.ts';
import { utcText } from './utc-text.ts';

/** A redacted file as Markdown, for an issue: what came, which checks were made, the claims, and what happened when. */
export function exportMarkdown({ captures, profiles, receipt, exportedAt }: CapturesFile): string {
  const isOne = captures.length === 1;
  const sections = captures.flatMap((capture, at) => [
    `## ${isOne ? 'Login' : `Login ${at + 1}`}`,
    ...captureBlocks(
      capture,
      profiles.find(({ id }) => id === capture.profileId),
    ),
  ]);
  const blocks = [
    `# ${isOne ? 'A login' : `${captures.length} logins`}, exported from Claimcheck`,
    `Exported ${utcText(exportedAt)}, redacted. Values between ‹ and › stand in place of others; equal ones were equal.`,
    ...sections,
    ...(receipt
      ? [
          '## What was removed',
          receiptLines(receipt)
            .map((line) => `- ${plainText(line)}`)
            .join('\n') || 'Nothing.',
        ]
      : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function captureBlocks(capture: Capture, profile: Profile | undefined): string[] {
  const { error, tokens, verdicts, userinfo } = capture;
  return [
    table(['Fact', 'Value'], factRows(capture, profile)),
    ...(error ? ['### Error', table(['Member', 'Value'], Object.entries(error).map(cells))] : []),
    ...checkBlocks(verdicts),
    ...tokenNames.flatMap((name) => tokenBlocks(name, tokens[name])),
    ...(userinfo ? userinfoBlocks(userinfo) : []),
    ...timelineBlocks(capture),
  ];
}

function factRows(capture: Capture, profile: Profile | undefined): string[][] {
  const { capturedAt, callback, source, startedHere, origin, scope } = capture;
  return [
    ['Captured', utcText(capturedAt)],
    ['Profile', profile ? cell(profile.name) : 'none'],
    ...(profile ? [['Provider', profile.provider]] : []),
    ...(profile?.issuer === undefined ? [] : [['Issuer', cell(profile.issuer)]]),
    ['Callback', cell(callback)],
    ['Answer', `${source}, ${startedHere ? 'started here' : 'not started here'}${origin ? `, ${origin}` : ''}`],
    ...(scope === undefined ? [] : [['Scope', cell(scope)]]),
  ];
}

function checkBlocks(verdicts: readonly Verdict[]): string[] {
  const of = (result: Verdict['result']) => verdicts.filter((one) => one.result === result);
  const open = verdicts.filter(({ result }) => result !== 'pass');
  const rows = open.map(({ check, token, result, ...why }) => [
    cell(check),
    token ?? '',
    result === 'fail' ? 'Failed' : 'Not checked',
    whyText(why),
  ]);
  const passed = [...new Set(of('pass').map(({ check }) => cell(check)))];
  return [
    '### Checks',
    `${of('pass').length} passed, ${of('fail').length} failed, ${of('not_checked').length} not checked.`,
    ...(rows.length > 0 ? [table(['Check', 'Of', 'Result', 'Why'], rows)] : []),
    ...(passed.length > 0 ? [`Passed: ${passed.join(', ')}`] : []),
  ];
}

function whyText({ reason, expected, actual }: Pick<Verdict, 'reason' | 'expected' | 'actual'>): string {
  const pieces = [
    ...(expected === undefined ? [] : [`expected ${cell(expected)}`]),
    ...(actual === undefined ? [] : [`came ${cell(actual)}`]),
    ...(reason === undefined ? [] : [plainText(reason)]),
  ];
  return pieces.join(', ');
}

function tokenBlocks(name: TokenName, token: string | undefined): string[] {
  if (token === undefined) return [];
  const title = `### ${tokenLabels[name]}`;
  const read = decodeToken(token);
  if (read.kind !== 'signed') return [title, table(['Fact', 'Value'], [['Token', cell(token)]])];
  const header = read.header.map(([member, value]) => [`header ${cell(member)}`, valueCell(value)]);
  return [title, table(['Member', 'Value'], [...header, ...read.claims.map(cells)])];
}

function userinfoBlocks({ status, at, body }: NonNullable<Capture['userinfo']>): string[] {
  const rows = [
    ['Status', String(status)],
    ['At', utcText(at)],
    ['Body', cell(joinLines(body, ' '))],
  ];
  return ['### userInfo', table(['Fact', 'Value'], rows)];
}

function timelineBlocks({ events, replays }: Capture): string[] {
  const all: Capture['events'] = [...events, ...replays.map(({ at }) => ({ at, kind: 'replayed' }))];
  if (all.length === 0) return [];
  const rows = all
    .sort((one, other) => one.at - other.at)
    .map(({ at, kind, detail }) => [utcText(at), cell(kind), detail === undefined ? '' : cell(detail)]);
  return ['### Timeline', table(['When', 'What', 'Detail'], rows)];
}

function cells([name, value]: readonly [name: string, value: unknown]): string[] {
  return [cell(name), valueCell(value)];
}

function valueCell(value: unknown): string {
  return cell(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

/** An issue is read by people: of what is longer than 2,000 characters the middle goes. */
function cell(text: string): string {
  return markdownCell(text, 2000);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
