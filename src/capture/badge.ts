import { arrivedAt, tokenExpiresAt } from '../protocol/expiry.ts';
import type { Capture, Fresh, FreshWay } from '../protocol/records.ts';

/** What the toolbar shows. `changesAt` (ms): when time alone makes it another. */
export type Badge = { text: string; colour: string; title: string; changesAt?: number };

type World = {
  captures: Capture[];
  privateCaptures: Capture[];
  /** When the captures were last looked at (ms). */
  lookedAt: number;
  fresh: Fresh | undefined;
  /** The profile in front. */
  profile: { id: string; name: string } | undefined;
  now: number;
};

/** The grounds, as in the light theme: white text reaches 4.5:1 on each. */
const colours = { accent: '#3451d1', pass: '#0f6b46', warn: '#835000', fail: '#b3241c' } as const;

const nothing: Badge = { text: '', colour: colours.accent, title: 'Claimcheck' };

const minute = 60_000;
const soon = 10 * minute;

/**
 * What is said first: a token that was copied while nobody looked, captures that nobody has looked at yet, then that the
 * access token of the profile in front is about to expire or has. Never a token, nor a value out of one.
 */
export function badgeFor(world: World): Badge {
  const { captures, privateCaptures, lookedAt, fresh } = world;
  const copied = fresh?.step === 'copied' && fresh.askedAt > lookedAt ? fresh : undefined;
  const isNew = ({ id, capturedAt, frame, silent }: Capture) =>
    frame === 'main' && !silent && capturedAt > (copied?.askedAt ?? lookedAt) && id !== copied?.captureId;
  const unseen = [...captures, ...privateCaptures].filter(isNew);
  if (unseen.length > 0) return newBadge(unseen);
  return copied ? copiedBadge(copied) : lifeBadge(world);
}

function newBadge(unseen: Capture[]): Badge {
  const colour = unseen[0]?.error === undefined ? colours.accent : colours.fail;
  const what = unseen.length === 1 ? '1 new capture' : `${unseen.length} new captures`;
  return { text: String(unseen.length), colour, title: `Claimcheck: ${what}` };
}

const ways: Record<FreshWay, string> = {
  still_good: 'it was still good',
  refreshed: 'refreshed',
  silent: 'renewed through the provider’s session',
  interactive: 'after a sign-in',
  client: 'for the client itself',
};

function copiedBadge({ way }: Fresh): Badge {
  const how = way === undefined ? '' : `, ${ways[way]}`;
  return { text: '✓', colour: colours.pass, title: `Claimcheck: access token copied${how}` };
}

function lifeBadge({ captures, privateCaptures, profile, now }: World): Badge {
  const newest = profile && (newestOf(captures, profile.id) ?? newestOf(privateCaptures, profile.id));
  const expiresAt = newest && tokenExpiresAt(newest, 'access_token');
  if (expiresAt === undefined) return nothing;
  const of = `Claimcheck: the access token of ${profile?.name}`;
  const left = expiresAt - now;
  if (left <= 0) return { text: 'exp', colour: colours.fail, title: `${of} has expired` };
  if (left >= soon) return { ...nothing, changesAt: expiresAt - soon + 1 };
  const minutes = Math.floor(left / minute);
  const changesAt = minutes === 0 ? expiresAt : expiresAt - minutes * minute + 1;
  const [text, words] = minutes === 0 ? ['<1m', 'less than a minute'] : [`${minutes}m`, `${minutes} min`];
  return { text, colour: colours.warn, title: `${of} expires in ${words}`, changesAt };
}

/** The capture of a profile whose access token came last, of those that a login or this extension brought. */
function newestOf(captures: Capture[], profileId: string): Capture | undefined {
  const isAtHand = (capture: Capture) =>
    capture.profileId === profileId &&
    capture.frame === 'main' &&
    capture.origin === undefined &&
    capture.tokens.access_token !== undefined;
  return captures
    .filter(isAtHand)
    .reduce<Capture | undefined>(
      (newest, capture) => (newest && arrivedAt(newest) >= arrivedAt(capture) ? newest : capture),
      undefined,
    );
}
