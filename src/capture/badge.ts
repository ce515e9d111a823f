import { arrivedAt, tokenExpiresAt } from '../protocol/expiry.ts';
import { isSettled } from '../protocol/fresh.ts';
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
 * What is said first, as long as nobody has looked: that a fresh token was asked for in vain, or is there, then captures.
 * After that, that the access token of the profile in front is about to expire or has. Never a token, nor a value out of one.
 */
export function badgeFor(world: World): Badge {
  const { captures, privateCaptures, lookedAt, fresh } = world;
  const ended = fresh && isSettled(fresh) && fresh.askedAt > lookedAt ? fresh : undefined;
  if (ended?.step === 'failed') return failedBadge;
  const isNew = ({ id, capturedAt, frame, silent }: Capture) =>
    frame === 'main' && !silent && capturedAt > (ended?.askedAt ?? lookedAt) && id !== ended?.captureId;
  const unseen = [...captures, ...privateCaptures].filter(isNew);
  if (unseen.length > 0) return newBadge(unseen);
  return (ended && freshBadge(ended, world)) ?? lifeBadge(world);
}

const failedBadge: Badge = {
  text: '!',
  colour: colours.fail,
  title: 'Claimcheck: no fresh token. Open it to see why',
};

/** The worker may not copy, and no page of ours has. */
const readyBadge: Badge = {
  text: '!',
  colour: colours.warn,
  title: 'Claimcheck: a fresh token is ready. Open it to copy it',
};

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

/**
 * What is said of a token that is ready or copied, as long as it is there: that it was copied for a minute, and not once its
 * end is near, which matters more.
 */
function freshBadge(fresh: Fresh, { captures, privateCaptures, now }: World): Badge | undefined {
  const capture = [...captures, ...privateCaptures].find(({ id }) => id === fresh.captureId);
  if (!capture) return undefined;
  if (fresh.step === 'ready') return readyBadge;
  const expiresAt = tokenExpiresAt(capture, 'access_token') ?? Number.POSITIVE_INFINITY;
  // it is copied as soon as it is there: at the press, or when it came
  const copiedAt = Math.max(fresh.askedAt, arrivedAt(capture));
  const changesAt = Math.min(copiedAt + minute, expiresAt - soon + 1);
  return now < changesAt ? { ...copiedBadge(fresh), changesAt } : undefined;
}

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
