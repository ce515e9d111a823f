import { isBlocking, severityOf } from '../protocol/checks.ts';
import type { Discovered } from '../protocol/discovery.ts';
import type { Capture, Verdict } from '../protocol/records.ts';
import { parseUrl } from '../protocol/url.ts';
import type { Documents } from './fetch-documents.ts';
import type { KeySet, NoKeys } from './known.ts';

type Events = Capture['events'];

/** What verdicts were made from, and when the judging began (ms). */
export type JudgedBy = { documents?: Documents; since: number };

/** Of the metadata, of the keys and of the sums, the first event and the latest are kept, so many in all. */
const mostOfEach = 20;

/**
 * The events of a capture with those of a judging that ended at `now` (ms): which documents were fetched since it began,
 * came out of memory or could not be had, and the sum of the checks. Hosts, counts, durations and reasons alone. To judge
 * again adds what has become another, and no more.
 */
export function withJudging(events: Events, verdicts: Verdict[], now: number, { documents, since }: JudgedBy): Events {
  const added = [
    ...metadataEvents(documents?.discovered, since),
    ...(documents ? keyEvents(documents.keys, since) : []),
    ...(verdicts.length > 0 ? [{ at: now, kind: 'checked', detail: sumOf(verdicts) }] : []),
  ];
  const all = [...events, ...added.filter((event) => isNews(event, events))];
  return all.filter((event) => !isSurplus(event, all));
}

function isSurplus(event: Events[number], all: Events): boolean {
  if (!/^(?:metadata_|keys_|checked$)/.test(event.kind)) return false;
  const alike = all.filter(({ kind }) => aboutOf(kind) === aboutOf(event.kind));
  const place = alike.indexOf(event);
  return place > 0 && place <= alike.length - mostOfEach;
}

/** `keys` of `keys_fetched`. */
function aboutOf(kind: string): string {
  return kind.replace(/_.*/, '');
}

function isNews({ kind, at, detail }: Events[number], events: Events): boolean {
  const earlier = events.filter((event) => aboutOf(event.kind) === aboutOf(kind));
  if (kind === 'keys_cached') return earlier.length === 0;
  if (kind.endsWith('_fetched')) return !earlier.some((event) => event.kind === kind && event.at === at);
  const last = earlier.at(-1);
  return last?.kind !== kind || last.detail !== detail;
}

/** "1 failed, 20 passed, 2 not checked" */
function sumOf(verdicts: Verdict[]): string {
  const count = (isOne: (verdict: Verdict) => boolean) => verdicts.filter(isOne).length;
  const sums = [
    [count(isBlocking), 'failed'],
    [count(({ result }) => result === 'pass'), 'passed'],
    [count((one) => one.result === 'fail' && severityOf(one) === 'warning'), 'warned'],
    [count(({ result }) => result === 'not_checked'), 'not checked'],
  ] as const;
  return sums.flatMap(([number, words]) => (number > 0 ? [`${number} ${words}`] : [])).join(', ');
}

function metadataEvents(discovered: Discovered | undefined, since: number): Events {
  if (!discovered) return [];
  const failure = discovered.ok ? discovered.savedFor : discovered;
  if (failure) {
    const { problem, detail } = failure;
    if (problem === 'address') return [];
    return [{ at: since, kind: 'metadata_failed', detail: problem === 'status' ? `status ${detail}` : problem }];
  }
  const { fetchedAt } = discovered.ok ? discovered.metadata : { fetchedAt: 0 };
  if (!discovered.ok || fetchedAt < since) return [];
  return [{ at: fetchedAt, kind: 'metadata_fetched', detail: hostOf(discovered.issuer) }];
}

/** Where nothing was asked for, as there is no address that could be asked. */
const unasked: ReadonlySet<NoKeys['why']> = new Set(['no_issuer', 'no_address', 'wrong_issuer', 'blocked_scheme']);

function keyEvents(keys: KeySet, since: number): Events {
  if (!keys.ok) {
    if (unasked.has(keys.why)) return [];
    return [{ at: since, kind: 'keys_failed', detail: keys.why === 'status' ? `status ${keys.detail}` : keys.why }];
  }
  const { address, fetchedAt, durationMs } = keys;
  const detail = `${keys.keys.length} from ${hostOf(address)}`;
  if (fetchedAt < since) return [{ at: since, kind: 'keys_cached', detail: `${detail}, ${since - fetchedAt} ms old` }];
  return [{ at: fetchedAt, kind: 'keys_fetched', detail: `${detail}, ${durationMs ?? 0} ms` }];
}

function hostOf(address: string): string {
  return parseUrl(address)?.host ?? '';
}
