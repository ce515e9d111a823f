/** The contract between popup and worker: what may be asked, and what is answered. */
import * as v from 'valibot';
import type { Discovered } from './protocol/discovery.ts';
import { cleanUps } from './protocol/records.ts';

export type { Discovered };

const captureId = v.pipe(v.string(), v.nonEmpty());

export const messageSchema = v.variant('type', [
  /**
   * Opens the authorize URL of a profile in a new tab, with a fresh state, nonce and verifier; in this window, where one is
   * named. `as`: `other_user` has the provider ask who signs in (prompt=login), `silent` has it show no page
   * (prompt=none), in a tab behind. `inPrivate`: in a new private window.
   */
  v.object({
    type: v.literal('signIn'),
    profileId: v.string(),
    windowId: v.exactOptional(v.number()),
    as: v.exactOptional(v.picklist(['other_user', 'silent'])),
    inPrivate: v.exactOptional(v.literal(true)),
  }),
  /** Forgets a login that has not come back: its state is not accepted any more. */
  v.object({ type: v.literal('cancelSignIn'), state: v.string() }),
  /**
   * Sends the access token of a capture to its profile's userInfo endpoint. After a blocking failure only `anyway`, which
   * the person says.
   */
  v.object({ type: v.literal('callUserinfo'), captureId, anyway: v.exactOptional(v.literal(true)) }),
  /** Gets new tokens with the refresh token of a capture. After a blocking failure only `anyway`, which the person says. */
  v.object({ type: v.literal('refresh'), captureId, anyway: v.exactOptional(v.literal(true)) }),
  /** Gets an access token for the client itself (client credentials, RFC 6749 section 4.4). */
  v.object({ type: v.literal('clientToken'), profileId: v.string(), isPrivate: v.exactOptional(v.literal(true)) }),
  /** Has the provider end a token (RFC 7009). */
  v.object({ type: v.literal('revoke'), captureId, token: v.picklist(['access_token', 'refresh_token']) }),
  /** Opens the provider's sign-out in a tab; `captureId`: the login that is to end, for the id_token_hint. */
  v.object({
    type: v.literal('signOut'),
    profileId: v.string(),
    captureId: v.exactOptional(captureId),
    windowId: v.exactOptional(v.number()),
  }),
  /**
   * Gets an access token that is good for a while by the shortest way that works, and has it copied. How far it is stands
   * in the session key `fresh`. `windowId`: where a sign-in would be opened.
   */
  v.object({
    type: v.literal('freshToken'),
    profileId: v.string(),
    windowId: v.exactOptional(v.number()),
    isPrivate: v.exactOptional(v.literal(true)),
  }),
  /** Says what one of our pages has put on the clipboard, so that it can be cleared; `isFresh`: it was asked for by `freshToken`. */
  v.object({ type: v.literal('copied'), text: v.string(), isFresh: v.exactOptional(v.literal(true)) }),
  /** Keeps a client secret: in memory, or with a passphrase encrypted on disk too. */
  v.object({
    type: v.literal('keepSecret'),
    profileId: v.string(),
    secret: v.string(),
    passphrase: v.exactOptional(v.string()),
  }),
  /** Brings a client secret that lies encrypted on disk back into memory. */
  v.object({ type: v.literal('unlockSecret'), profileId: v.string(), passphrase: v.string() }),
  /** Forgets a client secret, in memory and on disk. */
  v.object({ type: v.literal('forgetSecret'), profileId: v.string() }),
  /** Watches for one login of the user's own app; `sites`: match patterns of sites whose requests are watched too. */
  v.object({ type: v.literal('record'), sites: v.array(v.string()) }),
  /** Ends the watching, and forgets what was seen. */
  v.object({ type: v.literal('endRecording') }),
  /**
   * Deletes everything from memory: captures, logins under way, secrets, documents. Profiles stay, unless `onDisk`: then all
   * that is stored on disk goes too, which is for what a newer version has written there.
   */
  v.object({ type: v.literal('forgetEverything'), onDisk: v.exactOptional(v.literal(true)) }),
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
  /** Mints a set of tokens on the spot, without the network, as a capture that is marked as a sample. */
  v.object({ type: v.literal('sample'), isPrivate: v.exactOptional(v.literal(true)) }),
  /** Takes in captures that were exported (docs/records.md). Their verdicts are not believed: they are judged here. */
  v.object({ type: v.literal('importCaptures'), text: v.string(), isPrivate: v.exactOptional(v.literal(true)) }),
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

/** The capture that was made, or what kept it from being made. */
export type Pasted = { ok: true; captureId: string } | { ok: false; reason: string };

/** The captures that are there now, and what was left out of the file, in words; or why nothing was taken in. */
export type Imported = { ok: true; captureIds: string[]; leftOut: string[] } | { ok: false; reason: string };

/** What each message is answered with. */
export type Answers = {
  signIn: Outcome;
  cancelSignIn: Outcome;
  callUserinfo: Outcome;
  refresh: Outcome;
  clientToken: Pasted;
  revoke: Outcome;
  signOut: Outcome;
  freshToken: Outcome;
  copied: Outcome;
  keepSecret: Outcome;
  unlockSecret: Outcome;
  forgetSecret: Outcome;
  record: Outcome;
  endRecording: Outcome;
  forgetEverything: Outcome;
  judge: Outcome;
  paste: Pasted;
  sample: Pasted;
  importCaptures: Imported;
  cleanUp: Outcome;
  forget: Outcome;
  discover: Discovered;
  hello: Outcome;
};

export type Send = <M extends Message>(message: M) => Promise<Answers[M['type']]>;
