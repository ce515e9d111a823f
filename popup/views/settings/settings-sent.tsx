import type { Purpose, SentRequest } from '../../../src/protocol/records.ts';
import { mostRequests } from '../../../src/protocol/sent-requests.ts';
import { useHost } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { Code } from '../../parts/text.tsx';
import { useItem } from '../../parts/use-item.ts';
import { outcomeWords } from '../../state/call-outcome.ts';
import { clockTime, machineTime } from '../../state/time-words.ts';

/** So many are shown at once. */
const mostShown = 20;

/** Every request that the extension sent in this run of the browser. */
export function SettingsSent() {
  const requests = useItem(useHost().requests);
  if (!requests) return null;
  const [shown, rest] = [requests.slice(0, mostShown), requests.slice(mostShown)];
  return (
    <section aria-labelledby="sent-h">
      <div class="head">
        <h2 id="sent-h">What it sent</h2>
        <span class="n">{requests.length === 0 ? 'nothing yet' : requests.length}</span>
      </div>
      <p class="aside">
        Every request that Claimcheck itself sent since the browser started, the last {mostRequests} of them. It calls
        the providers of your profiles, an issuer that you look up, and nobody else. The pages of a sign-in or sign-out
        are loaded by the browser.
      </p>
      {shown.length > 0 && <Requests requests={shown} caption="The last requests" />}
      {rest.length > 0 && (
        <details>
          <summary>
            <span>{rest.length === 1 ? '1 earlier request' : `${rest.length} earlier requests`}</span>
            <Icon name="down" class="caret" />
          </summary>
          <Requests requests={rest} caption="Earlier requests" />
        </details>
      )}
    </section>
  );
}

function Requests({ requests, caption }: { requests: readonly SentRequest[]; caption: string }) {
  const now = useHost().now();
  return (
    <table class="trust sent">
      <caption class="sr-only">{caption}</caption>
      <colgroup>
        <col />
        <col />
        <col />
        <col />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Host</th>
          <th scope="col">For</th>
          <th scope="col">Answer</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request, index) => (
          <tr key={`${request.at} ${index}`}>
            <td>
              <time datetime={machineTime(request.at)}>{clockTime(request.at, now)}</time>
            </td>
            <td>
              <Code>{request.origin.replace(/^https:\/\//, '')}</Code>
            </td>
            <td>{purposes[request.purpose]}</td>
            <td data-tone={isRefused(request) ? 'fail' : undefined}>{outcomeWords(request)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function isRefused({ status, failure }: SentRequest): boolean {
  return failure !== undefined || (status !== undefined && status >= 400);
}

const purposes: Record<Purpose, string> = {
  discovery: 'The issuer’s metadata',
  keys: 'Signing keys',
  userinfo: 'userInfo',
  code: 'Exchange of a code',
  refresh: 'Refresh',
  client_token: 'Token for a client',
  revocation: 'Revocation',
};
