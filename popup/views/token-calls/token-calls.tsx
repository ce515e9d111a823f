import type { Capture, Grant, Profile } from '../../../src/protocol/records.ts';
import { Code } from '../../parts/text.tsx';
import { statusWords } from '../../state/capture/status-words.ts';
import { hostOf } from '../../state/provider-words.ts';
import { clockTime, machineTime } from '../../state/time-words.ts';
import { hasBroughtTokens } from '../../state/token/token-calls.ts';
import { tokenEndpointOf } from '../../state/token/token-endpoint.ts';

const names: Record<Grant, { done: string; asked: string }> = {
  authorization_code: { done: 'Code exchanged', asked: 'Exchange of the code' },
  refresh_token: { done: 'Refreshed', asked: 'Refresh' },
  client_credentials: { done: 'Token for the client', asked: 'Token for the client' },
};

/** The calls to the token endpoint of this capture, the oldest first. */
export function TokenCalls({ capture, profile, now }: { capture: Capture; profile: Profile | undefined; now: number }) {
  const { tokenCalls } = capture;
  if (tokenCalls.length === 0) return null;
  const endpoint = tokenEndpointOf(profile);
  return (
    <section aria-labelledby="calls-h">
      <div class="head ruled">
        <h2 id="calls-h">Calls to the token endpoint</h2>
        <span class="n">{tokenCalls.length}</span>
      </div>
      {endpoint !== undefined && (
        <p class="aside">
          <Code>{hostOf(endpoint)}</Code>
        </p>
      )}
      <ol class="timeline">
        {tokenCalls.map((call, index) => {
          const { grant, at, status } = call;
          const isDone = hasBroughtTokens(capture, call);
          return (
            <li key={`${at} ${index}`} data-tone={isDone ? 'pass' : 'fail'}>
              <time datetime={machineTime(at)}>{clockTime(at, now)}</time>
              <div>
                <b>{isDone ? names[grant].done : `${names[grant].asked}: ${status < 300 ? 'no tokens' : 'refused'}`}</b>
                <p>
                  <code>{grant}</code>, {statusWords(status)}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
