import { useEffect, useState } from 'preact/hooks';
import type { Needs } from '../../../src/protocol/needs.ts';
import { needsOf } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';
import { useSettingsHost } from '../../parts/use-settings-host.ts';
import { findMissing } from '../../state/profile/profile-grants.ts';
import type { Grants } from '../../state/settings/trust-grants.ts';

/** What the browser grants at present, of all it was asked for; undefined until it has answered. */
export function useGrants(profiles: Profile[]): Grants | undefined {
  const host = useHost();
  const { granted, traits } = useSettingsHost();
  const [grants, setGrants] = useState<Grants>();
  const key = JSON.stringify(profiles.map(needsOf));
  useEffect(() => {
    const needs: Needs[] = JSON.parse(key);
    const needed: Needs = {
      permissions: [...new Set(needs.flatMap(({ permissions }) => permissions))],
      origins: [...new Set(needs.flatMap(({ origins }) => origins))],
    };
    const left = new AbortController();
    const ask = async () => {
      const [all, missing] = await Promise.all([granted(), findMissing(host, needed)]);
      const held = {
        permissions: needed.permissions.filter((name) => !missing.permissions.includes(name)),
        origins: needed.origins.filter((pattern) => !missing.origins.includes(pattern)),
      };
      if (!left.signal.aborted) setGrants({ granted: all, held, required: traits.required });
    };
    host.permissions.onChanged(ask, left.signal);
    void ask();
    return () => left.abort();
  }, [host, key]);
  return grants;
}
