import type { Capture, Profile } from '../protocol/records.ts';
import { hasAnsweredReadably, isReadableByAll, noAccessWords } from '../protocol/token-access.ts';

export type AccessWorld = {
  /** Whether the browser gives us access to the host of an endpoint: then its answers can be read whatever it allows. */
  mayReach: (endpoint: string) => Promise<boolean>;
};

type Params = {
  endpoint: string;
  profile: Pick<Profile, 'provider'>;
  /** An endpoint that has answered a call for this capture readably does so again. */
  capture?: Capture;
  /** What the person does once access is allowed, or what happens then: a clause. */
  next: string;
  anyway?: boolean;
};

export type Access = { ok: true; hadAccess: boolean } | { ok: false; reason: string };

/**
 * Whether the answer of an endpoint could be read. If not, the call would go out all the same, and what it spends be lost:
 * it is held back, unless the person wants it `anyway`.
 */
export async function findAccess(
  { endpoint, profile, capture, next, anyway = false }: Params,
  { mayReach }: AccessWorld,
): Promise<Access> {
  const hadAccess = await mayReach(endpoint);
  const hasAnswered = capture !== undefined && hasAnsweredReadably(capture, endpoint);
  if (hadAccess || anyway || hasAnswered || isReadableByAll(profile, endpoint)) return { ok: true, hadAccess };
  return { ok: false, reason: `${noAccessWords(endpoint)} Allow it, and ${next}.` };
}
