/** The parts of the worker, each handed what it needs. Must be made in the first turn: some register listeners. */
import { localArea, managedArea, sessionArea, syncArea } from '../platform/storage.ts';
import { emptyDisk } from '../store/newer-storage.ts';
import { createStores } from '../store/stores.ts';
import { createAnswers } from './answers.ts';
import { createBadge } from './badge.ts';
import { createClipboard } from './clipboard.ts';
import { createForgotten } from './forgotten.ts';
import { clipboardBrowser, freshBrowser } from './fresh-browser.ts';
import { createFreshToken } from './fresh-token.ts';
import { createImporting } from './importing.ts';
import { createInEffect } from './in-effect.ts';
import { createJudging } from './judging.ts';
import { createKeeping } from './keeping.ts';
import { mayReach } from './may-reach.ts';
import { createPause } from './pause.ts';
import { createPrivateWindows } from './private-windows.ts';
import { createRecording } from './recording.ts';
import { recordingBrowser } from './recording-browser.ts';
import { createSamples } from './samples.ts';
import { createSecrets } from './secrets.ts';
import { createSent } from './sent.ts';
import { createSettling } from './settle.ts';
import { createSigningIn } from './signing-in.ts';
import { createSync } from './sync.ts';
import { createTokenCalls } from './token-calls.ts';
import { createWorld } from './world.ts';

export function createParts() {
  const stores = createStores(localArea, sessionArea, managedArea);
  const context = { stores, session: sessionArea, now: () => Date.now() };
  const forgotten = createForgotten();
  const privateWindows = createPrivateWindows(context);
  const pause = createPause(stores);
  const world = createWorld(context, privateWindows);
  const inEffect = createInEffect(stores);
  const sent = createSent({ ...context, forgotten });
  const judging = createJudging({ ...context, forgotten }, world, sent.get('discovery'), sent.get('keys'));
  const settling = createSettling(context, { world, inEffect, privateWindows, judging, pause });
  const secrets = createSecrets({ ...context, forgotten });
  const tokenCalls = createTokenCalls(context, { world, judging, secrets }, { mayReach, postFor: sent.post });
  const signingIn = createSigningIn(context, { world, settling, judging, pause });
  const clipboard = createClipboard(context, clipboardBrowser);
  const freshToken = createFreshToken(context, { tokenCalls, signingIn, clipboard }, freshBrowser);
  const recording = createRecording(context, { privateWindows, browser: recordingBrowser });
  const keeping = createKeeping(context, {
    ...{ world, forgotten, settling, clipboard, recording },
    emptyDisk: () => emptyDisk(localArea),
  });
  const answer = createAnswers(
    context,
    { world, settling, judging, sent },
    {
      ...signingIn.verbs,
      ...tokenCalls.verbs,
      ...freshToken.verbs,
      ...secrets.verbs,
      ...recording.verbs,
      ...keeping.verbs,
      ...createSamples(context, { world, judging }).verbs,
      ...createImporting(context, { world, judging }).verbs,
    },
  );
  return {
    stores,
    now: context.now,
    privateWindows,
    pause,
    world,
    inEffect,
    settling,
    secrets,
    signingIn,
    tokenCalls,
    clipboard,
    freshToken,
    recording,
    keeping,
    answer,
    sync: createSync({ forgotten, stores, local: localArea, area: syncArea, now: context.now }),
    refreshBadge: createBadge(context),
  };
}

export type Parts = ReturnType<typeof createParts>;
