import { type Needs, needsOf } from '../../../src/protocol/needs.ts';
import type { Profile, Settings } from '../../../src/protocol/records.ts';
import { findSites, type Site } from '../profile/profile-grants.ts';
import { type GrantState, grantState, isSettingGrant, settingGrants } from './settings-grants.ts';

/**
 * `required`: it came with the installation. `covered`: a wider grant holds it. `missing`: a profile needs it; whether it was
 * taken back, refused or never asked for, as for a profile of a policy, is not known.
 */
export type TrustState = GrantState | 'required' | 'covered' | 'missing';

/** `users`: the profiles that need it, or make use of it. */
export type PermissionRow = { name: string; state: TrustState; users: Profile[] };
export type SiteRow = { pattern: string; site: Site | undefined; state: TrustState; users: Profile[] };

/** What the browser grants: `held` of what is needed, and `granted`, all beyond what was there from the start. */
export type Grants = { granted: Needs; held: Needs; required: readonly string[] };

const ofProfiles = ['webNavigation', 'webRequest', 'declarativeNetRequestWithHostAccess', 'history', 'scripting'];

/** The optional permissions that are granted, needed or asked for by settings: how each stands, and for whom. */
export function permissionRows(profiles: Profile[], settings: Settings, grants: Grants): PermissionRow[] {
  const { granted, held, required } = grants;
  const others = granted.permissions.filter((name) => !ofProfiles.includes(name) && !isSettingGrant(name));
  return [...ofProfiles, ...settingGrants, ...others].flatMap((name) => {
    const users = profiles.filter((profile) => needsOf(profile).permissions.includes(name));
    const isGranted = granted.permissions.includes(name);
    if (isSettingGrant(name)) return [{ name, users, state: grantState(name, isGranted, settings) }];
    if (required.includes(name)) return users.length > 0 ? [{ name, users, state: 'required' as const }] : [];
    const isHeld = isGranted || held.permissions.includes(name);
    // it is asked for with the first profile
    const isFirst = name === 'webNavigation' && profiles.length === 0;
    if (!isHeld && users.length === 0) return isFirst ? [{ name, users, state: 'will_ask' as const }] : [];
    return [{ name, users, state: stateOf({ isGranted, isHeld, isUsed: users.length > 0 }) }];
  });
}

/** The sites that access is granted to, or that a profile cannot do without. */
export function siteRows(profiles: Profile[], { granted, held }: Pick<Grants, 'granted' | 'held'>): SiteRow[] {
  const sites = profiles.flatMap((profile) => findSites(profile).map((site) => ({ profile, site })));
  const needed = sites.filter(({ site }) => site.isNeeded).map(({ site }) => site.pattern);
  return [...new Set([...granted.origins, ...needed])].map((pattern) => {
    const own = sites.filter(({ site }) => site.pattern === pattern);
    const isGranted = granted.origins.includes(pattern);
    const isHeld = isGranted || held.origins.includes(pattern);
    const state = isHeld && !isGranted ? 'covered' : stateOf({ isGranted, isHeld, isUsed: own.length > 0 });
    return { pattern, site: joined(own.map(({ site }) => site)), state, users: own.map(({ profile }) => profile) };
  });
}

function joined(sites: Site[]): Site | undefined {
  const [first] = sites;
  return first && { ...first, does: [...new Set(sites.flatMap(({ does }) => does))] };
}

function stateOf({ isGranted, isHeld, isUsed }: { isGranted: boolean; isHeld: boolean; isUsed: boolean }): TrustState {
  if (!isHeld) return 'missing';
  if (!isGranted) return 'required';
  return isUsed ? 'granted' : 'unneeded';
}
