/** The contract between popup and worker: what may be asked, and what is answered. */
import * as v from 'valibot';
import type { Discovered } from './protocol/discovery.ts';
import { cleanUps } from './protocol/records.ts';

export type { Discovered };

const captureId = v.pipe(v.string(), v.nonEmpty());

export const messageSchema = v.variant('type', [
  /** Opens the authorize URL of a profile in a new tab, with a fresh state, nonce and verifier; in this window, where one is named. */
  v.object({ type: v.literal('signIn'), profileId: v.string(), windowId: v.exactOptional(v.number()) }),
  /** Forgets a login that has not come back: its state is not accepted any more. */
  v.object({ type: v.literal('cancelSignIn'), state: v.string() }),
  /**
   * Sends the access token of a capture to its profile's userInfo endpoint. After a blocking failure only `anyway`, which
   * the person says.
   */
  v.object({ type: v.literal('callUserinfo'), captureId, anyway: v.exactOptional(v.literal(true)) }),
  /** Judges a capture once more, with the issuer's documents fetched anew. */
  v.object({ type: v.literal('judge'), captureId }),
  /**
   * Reads a token, a callback URL or a token answer that a person pasted, as a capture of its own. `profileId`: what it
   * is judged against, unless its callback says otherwise; '' for nothing.
   */
  v.object({
    type: v.literal('paste'),
    text: v.string(),
    profileId: v.exactOptional(v.string()),
    /** Pasted in a private window: it lives with the captures of those. */
    isPrivate: v.exactOptional(v.literal(true)),
  }),
  /** Deletes the callback from the browser's history, or takes the answer out of the address of its tab. */
  v.object({ type: v.literal('cleanUp'), captureId, what: v.picklist(cleanUps) }),
  /** Deletes captures from memory. */
  v.object({ type: v.literal('forget'), captureIds: v.array(captureId) }),
  /** Fetches `<issuer>/.well-known/openid-configuration`. */
  v.object({ type: v.literal('discover'), issuer: v.string() }),
  /** Says that one of our pages is open: the worker catches up with what it has not taken in or judged yet. */
  v.object({ type: v.literal('hello') }),
]);

export type Message = v.InferOutput<typeof messageSchema>;

export type Outcome = { ok: true } | { ok: false; reason: string };

/** The capture that was read, or what kept it from being read. */
export type Pasted = { ok: true; captureId: string } | { ok: false; reason: string };

/** What each message is answered with. */
export type Answers = {
  signIn: Outcome;
  cancelSignIn: Outcome;
  callUserinfo: Outcome;
  judge: Outcome;
  paste: Pasted;
  cleanUp: Outcome;
  forget: Outcome;
  discover: Discovered;
  hello: Outcome;
};

export type Send = <M extends Message>(message: M) => Promise<Answers[M['type']]>;
