import type { Answers, Message } from '../../src/messages.ts';
import { memoryArea } from '../../src/platform/area.ts';
import { isBlocking } from '../../src/protocol/checks.ts';
import { needsOf, sleepers } from '../../src/protocol/needs.ts';
import { parsePasted } from '../../src/protocol/pasted.ts';
import {
  type Capture,
  type KeptSecret,
  type Profile,
  schemaVersion,
  type Verdict,
} from '../../src/protocol/records.ts';
import { createSynced, createSyncStores } from '../../src/store/profile-sync.ts';
import { createStores } from '../../src/store/stores.ts';
import type { Grant, Host } from '../host.ts';
import { settingGrants } from '../state/settings/settings-grants.ts';
import { playTokens } from './play-tokens.ts';
import { answer, login } from './sample.ts';
import type { State } from './states.ts';
import { sampled } from './states-first.ts';
import { pasted } from './states-paste.ts';

const lockedSecret: KeptSecret = { version: 1, iterations: 600_000, salt: '', iv: '', data: '' };

/** A host in memory for one state: the worker's answers are played, the permissions granted on request. */
export function memoryHost(state: State, now: () => number): Host {
  const stores = createStores(
    memoryArea({
      profiles: state.profiles,
      notices: state.notices ?? [],
      settings: state.settings ?? {},
      ...(state.isNewer && { schema: schemaVersion + 1 }),
      ...(state.recording && { recording: state.recording }),
      keptSecrets: Object.fromEntries((state.lockedSecrets ?? []).map((id) => [id, lockedSecret])),
    }),
    memoryArea({
      captures: state.captures,
      privateCaptures: state.privateCaptures ?? [],
      inEffect: state.inEffect ?? sleepers,
      logins: state.logins ?? [],
      requests: state.requests ?? [],
      documents: (state.documents ?? []).map((key) => ({ key, value: {} })),
      paused: state.isPaused ?? false,
      clientSecrets: Object.fromEntries((state.secretsOf ?? []).map((id) => [id, 'sample'])),
      ...(state.fresh && { fresh: state.fresh }),
    }),
    memoryArea({ profiles: state.managed ?? [] }),
  );
  const refused = new Set(state.refused);
  const asked = new Set<() => void>();
  const has = ({ permissions = [], origins = [] }: Grant) =>
    ![...permissions, ...origins].some((name) => refused.has(name));
  return {
    ...stores,
    // Each message is answered with the type that `Answers` names for it.
    send: <M extends Message>(message: M) =>
      (state.isSilent && (message.type === 'callUserinfo' || message.type === 'discover')
        ? new Promise(() => {})
        : play(stores, message, now())) as Promise<Answers[M['type']]>,
    permissions: {
      has: async (grant) => has(grant),
      async request({ permissions = [], origins = [] }) {
        for (const name of [...permissions, ...origins]) refused.delete(name);
        for (const callback of asked) callback();
        return true;
      },
      async remove({ permissions = [], origins = [] }) {
        for (const name of [...permissions, ...origins]) refused.add(name);
        for (const callback of asked) callback();
        return true;
      },
      onChanged(callback, signal) {
        asked.add(callback);
        signal?.addEventListener('abort', () => asked.delete(callback));
      },
    },
    settingsHost: {
      syncState: createSyncStores(memoryArea()).syncState,
      synced: createSynced(memoryArea(Object.fromEntries((state.synced ?? []).map((id) => [`profile:${id}`, {}])))),
      shortcut: async () => state.keys ?? 'Alt+Shift+F',
      granted: async () => {
        const needs = (state.profiles as Profile[]).map(needsOf);
        const all = (of: 'permissions' | 'origins') => [
          ...new Set([...needs.flatMap((one) => one[of]), ...(state.granted?.[of] ?? [])]),
        ];
        const permissions = [...all('permissions'), ...settingGrants];
        return {
          permissions: permissions.filter((name) => has({ permissions: [name] })),
          origins: all('origins').filter((name) => has({ origins: [name] })),
        };
      },
      traits: {
        required: state.isFirefox
          ? ['alarms', 'declarativeNetRequestWithHostAccess', 'storage']
          : ['alarms', 'offscreen', 'storage'],
        tellsLock: !state.isFirefox,
        shortcutsPlace: state.isFirefox ? 'about:addons' : 'chrome://extensions/shortcuts',
      },
    },
    openPage: (path) => {
      document.documentElement.dataset.opened = path;
    },
    openPanel: async () => {
      document.documentElement.dataset.opened = 'panel.html';
    },
    where: async () => ({ isPrivate: state.isPrivate ?? false, canIntercept: !state.isPrivate, keepsRedirects: true }),
    copy: (text) => navigator.clipboard.writeText(text),
    now,
    newId: () => crypto.randomUUID(),
  };
}

async function play(
  stores: ReturnType<typeof createStores>,
  message: Message,
  now: number,
): Promise<Answers[Message['type']]> {
  const updateBoth = async (update: (all: Capture[]) => Capture[]) => {
    await stores.captures.update(update);
    await stores.privateCaptures.update(update);
  };
  const change = (id: string, changed: (one: Capture) => Capture) =>
    updateBoth((all) => all.map((one) => (one.id === id ? changed(one) : one)));
  switch (message.type) {
    case 'hello':
      return { ok: true };
    case 'signIn':
      await stores.logins.update((all) => [{ ...login, profileId: message.profileId, startedAt: now }, ...all]);
      return { ok: true };
    case 'cancelSignIn':
      await stores.logins.update((all) => all.filter(({ state }) => state !== message.state));
      return { ok: true };
    case 'forget':
      await updateBoth((all) => all.filter(({ id }) => !message.captureIds.includes(id)));
      return { ok: true };
    case 'callUserinfo':
      if (
        !message.anyway &&
        (await stores.captures.get()).some(({ id, verdicts }) => id === message.captureId && verdicts.some(isBlocking))
      ) {
        return { ok: false, reason: 'A check failed: the access token is not to be used.' };
      }
      await change(message.captureId, (one) => ({ ...one, userinfo: answer({ at: now }) }));
      return { ok: true };
    case 'cleanUp': {
      const kind = message.what === 'history' ? 'history_deleted' : 'address_cleaned';
      await change(message.captureId, (one) => ({ ...one, events: [...one.events, { at: now, kind }] }));
      return { ok: true };
    }
    case 'judge': {
      const profiles = await stores.profiles.get();
      await change(message.captureId, (one) => {
        const hasIssuer = profiles.some(({ id, issuer }) => id === one.profileId && issuer);
        return { ...one, judgedAt: now, verdicts: hasIssuer ? one.verdicts.map(checked) : one.verdicts };
      });
      return { ok: true };
    }
    case 'paste': {
      const read = parsePasted(message.text, '');
      if (!read.ok) return { ok: false, reason: 'This is no token, no callback URL and no token answer.' };
      const tokens = Object.fromEntries(read.pairs.filter(([name]) => name.endsWith('_token')));
      const params = read.pairs.map(([name, value]): [string, string] => [name, name in tokens ? '' : value]);
      const { source, url: callback = '' } = read;
      const made = { ...pasted, id: `pasted-${now}`, capturedAt: now, profileId: message.profileId ?? '' };
      await stores.captures.update((all) => [{ ...made, source, callback, params, tokens }, ...all]);
      return { ok: true, captureId: made.id };
    }
    case 'sample': {
      const made = sampled(now);
      await (message.isPrivate ? stores.privateCaptures : stores.captures).update((all) => [made, ...all]);
      return { ok: true, captureId: made.id };
    }
    case 'record':
      await stores.recording.set({ startedAt: now, sites: message.sites });
      return { ok: true };
    case 'endRecording':
      await stores.recording.set(undefined);
      return { ok: true };
    case 'forgetEverything':
      await updateBoth(() => []);
      await stores.requests.update(() => []);
      await stores.documents.set([]);
      await stores.logins.update(() => []);
      return { ok: true };
    case 'discover':
      return { ok: false, problem: 'unreachable' };
    default:
      return (
        (await playTokens(stores, message, now)) ?? { ok: false, reason: 'This page has no worker that could do it.' }
      );
  }
}

/** The verdict once the issuer answers: what could not be checked passes. */
function checked({ reason, ...verdict }: Verdict): Verdict {
  return verdict.result === 'not_checked' ? { ...verdict, result: 'pass' } : { ...verdict, ...(reason && { reason }) };
}
