/** The worker: registers every listener in the first turn, and wires. It remembers nothing: it may end any moment. */
import * as v from 'valibot';
import type { ArrivalEvent } from './capture/arrival.ts';
import { arrive } from './capture/arrive.ts';
import { badgeFor } from './capture/badge.ts';
import { anyPage, callbackFilters } from './capture/callback-filters.ts';
import { anyRequest, requestFilters } from './capture/request-filters.ts';
import { startWatching } from './capture/watch.ts';
import { messageSchema } from './messages.ts';
import { showBadge } from './platform/badge.ts';
import { bridgeLives, filterMemory, isEventPage, isPageOpen } from './platform/event-page.ts';
import { canWatchNavigation, watchNavigation } from './platform/navigation.ts';
import { permissions } from './platform/permissions.ts';
import { canWatchRequests, watchRequests } from './platform/requests.ts';
import { answerMessages, onStart } from './platform/runtime.ts';
import { localArea, managedArea, sessionArea } from './platform/storage.ts';
import { onWindows } from './platform/windows.ts';
import { surplusOf } from './protocol/needs.ts';
import { schemaVersion } from './protocol/records.ts';
import { createStores } from './store/stores.ts';
import { createAnswers } from './worker/answers.ts';
import { followLogins } from './worker/follow-logins.ts';
import { createFreshToken } from './worker/fresh-token.ts';
import { createInEffect } from './worker/in-effect.ts';
import { createJudging } from './worker/judging.ts';
import { createKeeping } from './worker/keeping.ts';
import { createPrivateWindows } from './worker/private-windows.ts';
import { createRecording } from './worker/recording.ts';
import { createSecrets } from './worker/secrets.ts';
import { createSettling } from './worker/settle.ts';
import { createSigningIn } from './worker/signing-in.ts';
import { createStart } from './worker/start.ts';
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
const signingIn = createSigningIn(context, { settling, judging });
const freshToken = createFreshToken(context, { world, tokenCalls, signingIn });
const keeping = createKeeping(context, { world });
const recording = createRecording(context);

const start = createStart(isEventPage);
const onEvent = (event: ArrivalEvent) =>
  start.takeIn(() => arrive(event, world.arriving).then(settling.takeIn), settle);
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
const logins = followLogins(stores, settling, { now: context.now, isEventPage });
const onWatched = bridgeLives(
  () => navigations.isRemembered() && requests.isRemembered(),
  () => isPageOpen() || logins.isAwaited(),
);
const follow = async (again = false) => {
  await start.isQuiet();
  const profiles = await stores.allProfiles.get();
  navigations.follow(profiles, again);
  requests.follow(profiles, again);
  onWatched();
};
const giveBack = async () => permissions.remove(surplusOf(await permissions.granted(), await stores.allProfiles.get()));
const refreshBadge = async () => {
  const captures = [...(await stores.captures.get()), ...(await stores.privateCaptures.get())];
  await showBadge(badgeFor(captures, await stores.lookedAt.get()));
};

stores.allProfiles.onChanged(() => void follow().then(giveBack).then(settle));
permissions.onChanged(() => void follow(true).then(settle));
const onCaptures = () => {
  void refreshBadge();
  void freshToken.goOn();
  void keeping.purge();
};
stores.captures.onChanged(onCaptures);
stores.privateCaptures.onChanged(onCaptures);
stores.settings.onChanged(() => void keeping.purge());
stores.lookedAt.onChanged(() => void refreshBadge());
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
void followed.then(settle);
