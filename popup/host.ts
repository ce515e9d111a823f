import type { Send } from '../src/messages.ts';
import type {
  Capture,
  Fresh,
  PendingLogin,
  Profile,
  Recording,
  SentRequest,
  Settings,
} from '../src/protocol/records.ts';
import type { Item, ListItem } from '../src/store/item.ts';
import type { Notice } from '../src/store/notices.ts';
import type { Synced, SyncState } from '../src/store/profile-sync.ts';
import type { withManaged } from '../src/store/profiles.ts';

/** The popup (400 px), the side panel (360 to 480 px) and the full page. */
export type Width = 'popup' | 'panel' | 'page';

/** Everything the face needs from the world. The extension and the plain page each bring their own. */
export type Host = {
  /** The person's own profiles: the one list that is written. */
  profiles: ListItem<Profile>;
  /** Those that a managed policy gives, read alone. */
  managedProfiles: ReturnType<typeof withManaged>['managed'];
  /** Both, the managed ones first. */
  allProfiles: ReturnType<typeof withManaged>;
  /** What the person has chosen about keeping and renewing; `defaultSettings` fills what is missing. */
  settings: Item<Partial<Settings>>;
  /** Client secrets that lie encrypted on disk, by profile. */
  keptSecrets: Item<Record<string, unknown>>;
  /** How far "Fresh token" is. */
  fresh: Item<Fresh | undefined>;
  /** What we put on the clipboard last, and when it will be cleared (ms). */
  clipboard: Item<{ digest: string; clearAt: number } | undefined>;
  /** A login of the user's own app that is being watched. */
  recording: Item<Recording | undefined>;
  captures: ListItem<Capture>;
  /** Captures of private windows. */
  privateCaptures: ListItem<Capture>;
  logins: ListItem<PendingLogin>;
  /** The window that this page is in. */
  where(): Promise<Where>;
  /** What went wrong while nobody was looking: an answer that the browser's memory would not take. */
  notices: ListItem<Notice>;
  /** The same, of private windows. */
  privateNotices: ListItem<Notice>;
  /** The version of what is stored on disk. */
  schema: Item<number>;
  /** Settings of this person: which profile is in front. */
  activeProfile: Item<string>;
  /** Permissions whose effect begins with a start of the browser, and that have it. */
  inEffect: Item<string[] | undefined>;
  /** The secrets of clients that have one, by profile: entered for one run of the browser, never stored on disk. */
  clientSecrets: Item<Record<string, string>>;
  /** The metadata and key sets of issuers, as long as the browser runs. */
  documents: Item<{ key: string; value: unknown }[]>;
  /** Every request that the extension sent in this run of the browser, the newest first. */
  requests: ListItem<SentRequest>;
  /** Nothing is watched until this is taken back. */
  paused: Item<boolean>;
  /** When the captures were last looked at (ms); the badge counts newer ones. */
  lookedAt: Item<number>;
  send: Send;
  permissions: Permissions;
  /** What the settings need beyond it: of the full page alone, so that the popup does not load it. */
  settingsHost?: SettingsHost;
  /** Opens one of our own pages: `page.html#profiles/<id>`. */
  openPage(path: string): void;
  /** Opens the side panel of this window; straight from a click. Undefined where the browser has none. */
  openPanel?: (() => Promise<void>) | undefined;
  copy(text: string): Promise<void>;
  /** Now, in milliseconds. */
  now(): number;
  newId(): string;
};

/**
 * `canIntercept`: whether a login of this window can end inside the extension. `keepsRedirects`: whether the browser
 * writes its answer into the file of the history all the same.
 */
export type Where = { isPrivate: boolean; windowId?: number; canIntercept: boolean; keepsRedirects: boolean };

export type SettingsHost = {
  /** How the last sync of profiles went; undefined while they are not synced. */
  syncState: Item<SyncState | undefined>;
  /** How many profiles lie in the account that the browser syncs with, and a way to take them out of there. */
  synced: Synced;
  /** The keys that ask for a fresh token, as the browser names them; '' where none are set. */
  shortcut(): Promise<string>;
  /** What the browser grants beyond what the extension requires. */
  granted(): Promise<Required<Grant>>;
  /** What this browser can do, and where. */
  traits: Traits;
};

/**
 * `tellsLock`: whether it says when the screen is locked. `shortcutsPlace`: where a person changes the keys. `required`: the
 * permissions that come with the installation.
 */
export type Traits = { tellsLock: boolean; shortcutsPlace: string; required: readonly string[] };

export type Grant = { permissions?: string[]; origins?: string[] };

/** The optional permissions of the browser. `request` must be called straight from a click. */
export type Permissions = {
  has(grant: Grant): Promise<boolean>;
  request(grant: Grant): Promise<boolean>;
  /** Gives back; false where the browser keeps it. */
  remove(grant: Grant): Promise<boolean>;
  onChanged(callback: () => void, signal?: AbortSignal): void;
};
