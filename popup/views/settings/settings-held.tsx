import { useHost } from '../../parts/host-context.ts';
import { useItem } from '../../parts/use-item.ts';
import { heldRows, none } from '../../state/settings/trust-held.ts';
import type { World } from '../../state/world.ts';

/** What is stored now: how much of what kind, where, and until when. */
export function SettingsHeld({ world }: { world: World }) {
  const host = useHost();
  const documents = useItem(host.documents);
  const requests = useItem(host.requests);
  const profiles = useItem(host.profiles);
  const { captures, privateCaptures, logins, secrets, keptSecrets, settings } = world;
  if (!captures || !privateCaptures || !logins || !documents || !requests || !profiles || !settings) return null;
  const held = {
    ...{ captures, privateCaptures, logins, settings },
    secrets: secrets?.length ?? 0,
    keptSecrets: keptSecrets?.length ?? 0,
    ownProfiles: profiles.length,
    documents: documents.length,
    requests: requests.length,
  };
  return (
    <section aria-labelledby="held-h">
      <div class="head">
        <h2 id="held-h">What is stored now</h2>
      </div>
      <table class="trust held">
        <caption class="sr-only">What is stored now</caption>
        <colgroup>
          <col />
          <col />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">How many</th>
            <th scope="col">Where</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          {heldRows(held, host.now()).map(({ what, count, place, until }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td class={count === none ? 'none' : undefined}>{count}</td>
              <td>{place}</td>
              <td>{until}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="aside ruled">
        Beside these lie your settings, notices, and marks of Claimcheck’s own work, without tokens, codes or secrets.
        Only an answer that is being taken in, one that is being cleaned out of the history, and a record that could not
        be read may hold some: in memory, like the captures. Everything in memory goes when the browser closes.
      </p>
    </section>
  );
}
