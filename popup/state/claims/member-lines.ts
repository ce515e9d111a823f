import { isInMilliseconds } from '../../../src/protocol/claims-times.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { explainMember } from '../../../src/provider/value-words.ts';
import { utcTime } from '../time-words.ts';
import { type ShownValue, shapeLines, shapeValue } from './claim-value.ts';

/** One member of a claim that is an object. `shown` is missing where members of its own follow, one deeper. */
export type MemberLine = { depth: number; name: string; shown?: ShownValue; meaning?: string };

/** More lines and deeper ones than this are not put on the page; copying gives all of it. */
const mostLines = 60;
const deepest = 4;

type Open = { depth: number; name: string; value: unknown; claim: string; isItem: boolean };

/** The members of an object, or of a list of objects, a line each. Undefined for any other value. Never merged. */
export function memberLines(
  claim: string,
  value: unknown,
  provider: Profile['provider'] | undefined,
): { lines: MemberLine[]; isCut: boolean } | undefined {
  const open = membersOf(value, claim, 0).reverse();
  if (open.length === 0) return undefined;
  const lines: MemberLine[] = [];
  for (let next = open.pop(); next; next = open.pop()) {
    if (lines.length === mostLines) return { lines, isCut: true };
    const { depth, name, value: inner, claim: parent, isItem } = next;
    const members = depth < deepest ? membersOf(inner, isItem ? parent : name, depth + 1) : [];
    const meaning = isItem ? undefined : memberMeaning(provider, parent, name, inner);
    lines.push({
      depth,
      name,
      ...(members.length === 0 && { shown: shapeMember(parent, name, inner) }),
      ...(meaning !== undefined && { meaning }),
    });
    open.push(...members.reverse());
  }
  return { lines, isCut: false };
}

/** What stands for a value whose members get lines of their own below it; undefined for any other value. */
export function shapeParent(value: unknown): ShownValue | undefined {
  const count = hasMembers(value) ? Object.keys(value).length : 0;
  if (count === 0) return undefined;
  const noun = Array.isArray(value) ? ['entry', 'entries'] : ['member', 'members'];
  return { kind: 'empty', words: `${count.toLocaleString('en')} ${noun[count === 1 ? 0 : 1]}` };
}

/** OpenID Connect Core section 5.1.1: these may have several lines. */
const ofLines = new Set(['formatted', 'street_address']);

function shapeMember(claim: string, name: string, value: unknown): ShownValue {
  const mayHaveLines = claim === 'address' && ofLines.has(name) && typeof value === 'string';
  return mayHaveLines && /[\r\n]/.test(value) ? shapeLines(value) : shapeValue(value, 'text', 32);
}

function membersOf(value: unknown, claim: string, depth: number): Open[] {
  if (!hasMembers(value)) return [];
  const isItem = Array.isArray(value);
  return Object.entries(value)
    .slice(0, mostLines + 1)
    .map(([name, inner]) => ({
      depth,
      name: isItem ? String(Number(name) + 1) : name,
      value: inner,
      claim,
      isItem,
    }));
}

function hasMembers(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  return !Array.isArray(value) || value.some((entry) => typeof entry === 'object' && entry !== null);
}

function memberMeaning(
  provider: Profile['provider'] | undefined,
  claim: string,
  name: string,
  value: unknown,
): string | undefined {
  const meaning = explainMember(provider, claim, name);
  if (meaning === undefined || name !== 'dateCreated' || !isInMilliseconds(Number(value))) return meaning;
  return `${meaning} That is ${utcTime(Number(value))}.`;
}
