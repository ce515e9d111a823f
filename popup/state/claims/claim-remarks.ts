import { isInMilliseconds } from '../../../src/protocol/claims-times.ts';
import { countUnseen } from '../safe-text.ts';
import { utcTime } from '../time-words.ts';
import type { ClaimRow } from './claim-rows.ts';
import { valueText } from './claim-value.ts';

/** What is worth knowing beyond a meaning: `warn` where code is likely to trip over it. */
export type Remark = { tone: 'warn' | 'skip'; text: string };

/** What is odd about the value of one claim, in the order in which it is shown. */
export function claimRemarks(row: ClaimRow): Remark[] {
  return [...rounding(row), ...verifiedAsText(row), ...wrongTime(row), ...oddList(row), ...unseen(row)];
}

function rounding({ value, source }: ClaimRow): Remark[] {
  if (source === undefined) return [];
  const got = Number.isFinite(value) ? `becomes ${valueText(value)}` : 'is beyond all numbers';
  return [warn(`Read as a number, ${source.slice(0, 60)} ${got}.`)];
}

function verifiedAsText({ name, value, isAsText }: ClaimRow): Remark[] {
  if (isAsText || !name.endsWith('_verified') || typeof value !== 'string') return [];
  return [warn('Text here, not true or false: "false" would count as true in a careless if.')];
}

function wrongTime({ kind, value }: ClaimRow): Remark[] {
  if (kind !== 'time') return [];
  if (typeof value === 'number' && isInMilliseconds(value)) {
    const year = new Date(value * 1000).getUTCFullYear();
    const seconds = Number.isNaN(year) ? 'beyond the calendar' : `in the year ${year}`;
    return [warn(`Milliseconds, it seems: ${utcTime(value)}. Times in tokens are seconds; read so it is ${seconds}.`)];
  }
  if (typeof value === 'number') return [];
  return [warn('A time is a number of seconds since 1970. Strict readers refuse anything else.')];
}

function oddList({ name, value }: ClaimRow): Remark[] {
  if (!Array.isArray(value)) return [];
  if (name === 'aud' && value.length > 1) return [skip('Several recipients: each of them could use it at the others.')];
  if (name !== 'scope') return [];
  return [
    skip('A list here. The specifications have one text with spaces (RFC 8693 section 4.2): code may expect that.'),
  ];
}

function unseen({ name, value }: ClaimRow): Remark[] {
  const text = typeof value === 'string' ? value.slice(0, 4000) : '';
  const count = countUnseen(name) + countUnseen(text);
  if (count === 0) return [];
  const what = count === 1 ? 'One character cannot be seen' : `${count} characters cannot be seen`;
  const half =
    name.isWellFormed() && text.isWellFormed() ? '' : ' Half a character is among them: copied, it becomes �.';
  return [warn(`${what}. Each is shown by its number instead.${half}`)];
}

const warn = (text: string): Remark => ({ tone: 'warn', text });
const skip = (text: string): Remark => ({ tone: 'skip', text });
