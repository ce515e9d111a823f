/** The worker: registers every listener in the first turn, and wires. It remembers nothing: it may end any moment. */
import * as v from 'valibot';
import type { ArrivalEvent } from './capture/arrival.ts';
import { arrive } from './capture/arrive.ts';
import { anyPage, callbackFilters } from './capture/callback-filters.ts';
import { anyRequest, requestFilters } from './capture/request-filters.ts';
import { startWatching } from './capture/watch.ts';
import { messageSchema } from './messages.ts';
import { bridgeLives, filterMemory, isEventPage, isPageOpen } from './platform/event-page.ts';
import { canWatchNavigation, watchNavigation } from './platform/navigation.ts';
import { permissions } from './platform/permissions.ts';
import { canWatchRequests, watchRequests } from './platform/requests.ts';
import { answerMessages, onStart } from './platform/runtime.ts';
import { localArea, managedArea, sessionArea, syncArea } from './platform/storage.ts';
import { onWindows } from './platform/windows.ts';
import { surplusOf } from './protocol/needs.ts';
import { schemaVersion } from './protocol/records.ts';
import { createStores } from './store/stores.ts';
import { createAnswers } from './worker/answers.ts';
import { createBadge } from './worker/badge.ts';
import { createClipboard } from './worker/clipboard.ts';
import { followLogins } from './worker/follow-logins.ts';
import { clipboardBrowser, freshBrowser } from './worker/fresh-browser.ts';
import { createFreshToken } from './worker/fresh-token.ts';
import { createInEffect } from './worker/in-effect.ts';
import { createJudging } from './worker/judging.ts';
import { createKeeping } from './worker/keeping.ts';
import { createPrivateWindows } from './worker/private-windows.ts';
import { createRecording } from './worker/recording.ts';
import { recordingBrowser } from './worker/recording-browser.ts';
import { createSecrets } from './worker/secrets.ts';
import { createSettling } from './worker/settle.ts';
import { createSigningIn } from './worker/signing-in.ts';
import { createStart } from './worker/start.ts';
import { createSync } from './worker/sync.ts';
import { createTokenCalls } from './worker/token-calls.ts';
import { createWorld } from './worker/world.ts';

const stores = createStores(localArea, sessionArea, managedArea);
const context = { stores, session: sessionArea, now: () => Date.now() };
const privateWindows = createPrivateWindows(context);
const world = createWorld(context, privateWindows);
const inEffect = createInEffect(stores);
const judging = createJudging(context, world);
const settling = createSettling(context, { world, inEffect, privateWindows, judging });
const { settle } = settling;
const secrets = createSecrets(context);
const tokenCalls = createTokenCalls(context, { world, judging, secrets });
const signingIn = createSigningIn(context, { world, settling, judging });
const clipboard = createClipboard(context, clipboardBrowser);
const freshToken = createFreshToken(context, { tokenCalls, signingIn, clipboard }, freshBrowser);
const keeping = createKeeping(context, { world, settling, clipboard });
const refreshBadge = createBadge(context);
const sync = createSync({ stores, local: localArea, area: syncArea, now: context.now });
const recording = createRecording(context, { privateWindows, browser: recordingBrowser });

const start = createStart(isEventPage);
const onEvent = (event: ArrivalEvent) => {
  start.takeIn(() => arrive(event, world.arriving).then(settling.takeIn), settle);
  recording.see(event);
};
const navigations = startWatching(watchNavigation, onEvent, {
  filtersFor: callbackFilters,
  broad: anyPage,
  isAllowed: canWatchNavigation,
  memory: filterMemory('callbackFilters'),
});
const onRequest = (event: ArrivalEvent) => {
  onEvent(event);
  void inEffect.seeRequests();
};
const requests = startWatching(watchRequests, onRequest, {
  filtersFor: requestFilters,
  broad: anyRequest,
  isAllowed: canWatchRequests,
  memory: filterMemory('requestFilters'),
});
const logins = followLogins(stores, { settling, signingIn }, { now: context.now, isEventPage });
const onWatched = bridgeLives(
  () => navigations.isRemembered() && requests.isRemembered() && recording.isRemembered(),
  () => isPageOpen() || logins.isAwaited() || recording.isOn(),
);
const follow = async (again = false) => {
  await start.isQuiet();
  await recording.follow(again);
  const profiles = await stores.allProfiles.get();
  navigations.follow(profiles, again);
  requests.follow(profiles, again);
  onWatched();
};
const giveBack = async () => {
  const surplus = surplusOf(await permissions.granted(), await stores.allProfiles.get());
  return permissions.remove(await recording.spared(surplus));
};

stores.allProfiles.onChanged(() => {
  void follow().then(giveBack).then(settle);
  void refreshBadge();
});
permissions.onChanged(() => void follow(true).then(settle));
for (const synced of [stores.profiles, stores.settings, syncArea]) synced.onChanged(() => void sync.run());
stores.recording.onChanged(() => void follow());
const onCaptures = () => {
  void refreshBadge();
  void freshToken.goOn();
  void keeping.purge();
};
stores.captures.onChanged(onCaptures);
stores.privateCaptures.onChanged(onCaptures);
// a code may wait for the secret of its client
stores.clientSecrets.onChanged(() => void tokenCalls.exchangeDue());
stores.settings.onChanged(() => void keeping.purge());
for (const shown of [stores.lookedAt, stores.activeProfile, stores.fresh]) shown.onChanged(() => void refreshBadge());
stores.logins.onChanged(() => {
  void logins.follow();
  void freshToken.goOn();
});
onWindows(() => void privateWindows.note().then(settle));
const answer = createAnswers(
  context,
  { world, settling, judging },
  {
    ...signingIn.verbs,
    ...tokenCalls.verbs,
    ...freshToken.verbs,
    ...secrets.verbs,
    ...recording.verbs,
    ...keeping.verbs,
  },
);
answerMessages((message) => {
  if (!v.is(messageSchema, message)) return undefined;
  // a page that says hello relies on it that all is followed from then on
  return message.type === 'hello' ? followed.then(() => answer(message)) : answer(message);
});
onStart(() => void stores.schema.set(schemaVersion).then(giveBack).then(settle));
const followed = start.follow(follow).then(logins.follow);
let begun: Promise<unknown> = followed;
for (const work of [logins.dropClosed, keeping.purge, refreshBadge, freshToken.goOn, clipboard.clearDue, sync.run]) {
  // what fails holds up no other
  begun = begun.catch(() => {}).then(work);
}
