import type { Profile } from '../../../src/protocol/records.ts';
import { useHost } from '../../parts/host-context.ts';
import { useSettingsHost } from '../../parts/use-settings-host.ts';
import { isSettingGrant } from '../../state/settings/settings-grants.ts';
import { permissionRows, siteRows } from '../../state/settings/trust-grants.ts';
import { permissionReason, siteReason } from './grant-reasons.tsx';
import { GrantRow } from './grant-row.tsx';
import { useGrantSaid } from './use-grant-said.ts';
import { useGrants } from './use-grants.ts';
import type { SettingsForm } from './use-settings.ts';

type Props = { form: SettingsForm; profiles: Profile[] };

/** What the browser lets the extension see and do: each grant with its reason, how it stands, and a way to give it back. */
export function SettingsGrants({ form, profiles }: Props) {
  const host = useHost();
  const { tellsLock, required } = useSettingsHost().traits;
  const grants = useGrants(profiles);
  const { said, begin, fail } = useGrantSaid(grants);
  if (!grants) return null;
  const act = async (work: Promise<boolean>, words: string) => {
    if (!(await work.catch(() => false))) fail(words);
  };
  const notTaken = 'The browser did not take it back. Try once more.';
  const notGiven = 'The browser did not allow it.';
  return (
    <section aria-labelledby="grants-h">
      <div class="head">
        <h2 id="grants-h" tabIndex={-1}>
          What the browser lets Claimcheck see
        </h2>
      </div>
      <p class="aside">
        The words in quotation marks are the browser’s. What is given back is gone at once, and what cannot work without
        it is off.
      </p>
      <ul class="checks ruled">
        {permissionRows(profiles, form.settings, grants)
          .filter(({ name }) => name !== 'idle' || tellsLock)
          .map(({ name, state, users }) => (
            <GrantRow
              key={name}
              name={name}
              what={name}
              state={state}
              onGiveBack={() => {
                begin(name, name);
                if (isSettingGrant(name)) void form.giveBack([name]);
                else void act(host.permissions.remove({ permissions: [name] }), notTaken);
              }}
              onAllow={() => {
                begin(name, name);
                if (isSettingGrant(name)) void form.allow([name]);
                else void act(host.permissions.request({ permissions: [name] }), notGiven);
              }}
            >
              {permissionReason(name, state, users)}
            </GrantRow>
          ))}
        {siteRows(profiles, grants).map(({ pattern, site, state, users }) => {
          const what = `access to ${site?.host ?? pattern}`;
          return (
            <GrantRow
              key={pattern}
              name={site?.host ?? pattern}
              what={what}
              state={state}
              onGiveBack={() => {
                begin(pattern, what);
                void act(host.permissions.remove({ origins: [pattern] }), notTaken);
              }}
              onAllow={() => {
                begin(pattern, what);
                void act(host.permissions.request({ origins: [pattern] }), notGiven);
              }}
            >
              {siteReason(pattern, site, state, users)}
            </GrantRow>
          );
        })}
      </ul>
      <p class="aside ruled">
        From the installation, without a question: <code>{required.join(', ')}</code>.
      </p>
      <output class="aside">{said}</output>
    </section>
  );
}
