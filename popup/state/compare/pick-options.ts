import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { type CaptureGroup, captureTitle, groupByProfile } from '../capture/capture-line.ts';
import { safeText } from '../safe-text.ts';

export type PickOption = { id: string; when: string; who: string; profile: string };
export type PickGroup = { key: string; name: string; options: PickOption[] };

/** Every capture that can be chosen, by profile; those of private windows apart. All texts are safe to show. */
export function pickGroups(
  captures: readonly Capture[],
  apart: readonly Capture[],
  profiles: readonly Profile[],
): PickGroup[] {
  const own = groupByProfile(captures, profiles).map((group) => toGroup(group, ''));
  return [...own, ...groupByProfile(apart, profiles).map((group) => toGroup(group, ', private window'))];
}

export function findOption(groups: readonly PickGroup[], id: string): PickOption | undefined {
  return groups.flatMap(({ options }) => options).find((option) => option.id === id);
}

function toGroup({ id, name, captures, framed }: CaptureGroup, suffix: string): PickGroup {
  const profile = safeText(name.slice(0, 80)) + suffix;
  const option = (capture: Capture, where: string): PickOption => ({
    id: capture.id,
    when: dayAndTime(capture.capturedAt),
    who: captureTitle(capture) + where,
    profile,
  });
  const options = [
    ...captures.map((capture) => option(capture, '')),
    ...framed.map((capture) => option(capture, ', in a frame')),
  ];
  return { key: id + suffix, name: profile, options };
}

const format = new Intl.DateTimeFormat(undefined, {
  ...{ weekday: 'short', day: 'numeric', month: 'long' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
});

/** Captures live in memory: none is so old that the year must be named. */
function dayAndTime(at: number): string {
  return Math.abs(at) > 8.64e15 ? 'outside the calendar' : format.format(at);
}
