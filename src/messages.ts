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
  /** Sends the access token of a capture to its profile's userInfo endpoint. */
  v.object({ type: v.literal('callUserinfo'), captureId }),
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

/** What each message is answered with. */
export type Answers = {
  signIn: Outcome;
  cancelSignIn: Outcome;
  callUserinfo: Outcome;
  cleanUp: Outcome;
  forget: Outcome;
  discover: Discovered;
  hello: Outcome;
};

export type Send = <M extends Message>(message: M) => Promise<Answers[M['type']]>;
