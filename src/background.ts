/** The worker: registers every listener in the first turn, and wires. It remembers nothing: it may end any moment. */
import * as v from 'valibot';
import { messageSchema } from './messages.ts';
import { onCommand } from './platform/commands.ts';
import { openPanel } from './platform/panel.ts';
import { permissions } from './platform/permissions.ts';
import { answerMessages, onStart } from './platform/runtime.ts';
import { closeToWebPages, syncArea } from './platform/storage.ts';
import { onWindows } from './platform/windows.ts';
import { surplusOf } from './protocol/needs.ts';
import { schemaVersion } from './protocol/records.ts';
import { createParts } from './worker/parts.ts';
import { watchCallbacks } from './worker/watch-callbacks.ts';

const parts = createParts();
const { stores, pause, settling, keeping, secrets, freshToken, recording, refreshBadge, sync } = parts;
const { settle } = settling;
const { logins, follow, followFirst } = watchCallbacks(parts);
const giveBack = async () => {
  const surplus = surplusOf(await permissions.granted(), await stores.allProfiles.whole());
  return permissions.remove(await recording.spared(surplus));
};

let givenBack: Promise<unknown> = Promise.resolve();
stores.allProfiles.onChanged(() => {
  givenBack = follow().then(giveBack);
  void givenBack.then(settle);
  void refreshBadge();
  void secrets.dropOrphans();
});
permissions.onChanged(() => {
  void follow(true).then(settle);
  // a code may wait for access to the host of its token endpoint
  void parts.tokenCalls.exchangeDue();
});
pause.onChanged(() => follow().then(settle));
stores.recording.onChanged(() => void follow());
for (const captures of [stores.captures, stores.privateCaptures]) {
  captures.onChanged(() => {
    void refreshBadge();
    void freshToken.goOn();
    void keeping.purge();
  });
}
stores.logins.onChanged(() => {
  void logins.follow();
  void freshToken.goOn();
});
// a code may wait for the secret of its client
stores.clientSecrets.onChanged(() => void parts.tokenCalls.exchangeDue());
stores.settings.onChanged(() => void keeping.purge());
for (const synced of [stores.profiles, stores.settings, syncArea]) synced.onChanged(() => void sync.run());
for (const shown of [stores.lookedAt, stores.activeProfile, stores.fresh]) shown.onChanged(() => void refreshBadge());
// in the very turn of the keys, or not at all; Firefox has a command of its own for it
onCommand('open-panel', ({ windowId }) => {
  if (windowId !== undefined) void openPanel(windowId).catch(() => {});
});
onWindows(() => void parts.privateWindows.note().then(settle));
answerMessages((message) => {
  if (!v.is(messageSchema, message)) return undefined;
  if (message.type !== 'hello') return parts.answer(message);
  // a page that says hello relies on it that all is followed from then on, and what is not needed was given back
  return followed.then(() => givenBack.catch(() => {})).then(() => parts.answer(message));
});
// what a newer version wrote is still of that version
const raiseSchema = () => stores.schema.update((stored) => Math.max(stored, schemaVersion));
onStart(() => void closeToWebPages());
onStart(() => void raiseSchema().then(giveBack).then(settle));

const followed = followFirst();
const chores = [logins.dropClosed, keeping.purge, secrets.dropOrphans, refreshBadge];
const later = [...chores, freshToken.goOn, parts.clipboard.clearDue, sync.run];
let begun: Promise<unknown> = followed;
// what fails holds up no other
for (const work of later) begun = begun.catch(() => {}).then(work);
