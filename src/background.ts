/** The worker: registers every listener in the first turn, and wires. It remembers nothing: it may end any moment. */
import * as v from 'valibot';
import { createAnswers } from './answers.ts';
import { type ArriveWorld, arrive, catchUp } from './capture/arrive.ts';
import { badgeFor } from './capture/badge.ts';
import { isQuotaError } from './capture/inbox.ts';
import { startWatching } from './capture/watch.ts';
import { messageSchema } from './messages.ts';
import { showBadge } from './platform/badge.ts';
import { bridgeLives, filterMemory, isPageOpen } from './platform/event-page.ts';
import { canWatchNavigation, type NavigationEvent, watchNavigation } from './platform/navigation.ts';
import { permissions } from './platform/permissions.ts';
import { answerMessages, onStart } from './platform/runtime.ts';
import { localArea, sessionArea } from './platform/storage.ts';
import { loginLifetime, schemaVersion } from './protocol/records.ts';
import { withNotice } from './store/notices.ts';
import { updateSession } from './store/session-records.ts';
import { createStores } from './store/stores.ts';
import { judgeCaptures } from './verify/judge-captures.ts';

const stores = createStores(localArea, sessionArea);
const now = () => Date.now();

const world: ArriveWorld = {
  area: sessionArea,
  profiles: stores.profiles.get,
  logins: stores.logins.get,
  captures: stores.captures.get,
  updateSession: (change) => updateSession(sessionArea, change),
  caughtUp: async () => {
    const isWaiting = (await stores.notices.get()).some(({ callback }) => callback === '');
    if (isWaiting) await stores.notices.update((notices) => notices.filter(({ callback }) => callback !== ''));
  },
  notKept: async (callback) => {
    await stores.notices.update((notices) => withNotice(notices, { kind: 'not_kept', at: now(), callback }));
  },
};

/** With the memory full the verdicts find no room. The next run judges again. */
const leaveForLater = (error: unknown) => {
  if (!isQuotaError(error)) throw error;
};

let settled: Promise<void> = Promise.resolve();
/** Takes in what lies in the inbox and judges what is not judged. One run after the other; running again is harmless. */
function settle(): Promise<void> {
  settled = settled
    .catch(() => {})
    .then(async () => {
      await catchUp(world);
      await updateSession(sessionArea, (records) => judgeCaptures(records, now())).catch(leaveForLater);
    });
  return settled;
}

const onEvent = (event: NavigationEvent) => void arrive(event, world).then(settle);
const watcher = startWatching(watchNavigation, onEvent, { isAllowed: canWatchNavigation, memory: filterMemory });
/** Until when a login may still come back. Kept here because reading storage.session counts as work in Firefox. */
let awaitedUntil = 0;
const isNeeded = () => isPageOpen() || now() < awaitedUntil;
const noteLogins = async () => {
  const open = (await stores.logins.get()).filter(({ ended }) => !ended);
  awaitedUntil = Math.max(0, ...open.map(({ startedAt }) => startedAt + loginLifetime));
};
const onWatched = bridgeLives(watcher.isRemembered, isNeeded);
const follow = async (again = false) => {
  watcher.follow(await stores.profiles.get(), again);
  onWatched();
};
const refreshBadge = async () => showBadge(badgeFor(await stores.captures.get(), await stores.lookedAt.get()));

stores.profiles.onChanged(() => void follow());
permissions.onChanged(() => void follow(true));
stores.captures.onChanged(() => void refreshBadge());
stores.logins.onChanged(() => void noteLogins());
stores.lookedAt.onChanged(() => void refreshBadge());
const answer = createAnswers({ stores, session: sessionArea, settle, now });
answerMessages((message) => (v.is(messageSchema, message) ? answer(message) : undefined));
onStart(() => void stores.schema.set(schemaVersion).then(settle));
void follow().then(noteLogins).then(settle);
