import { type ComponentChildren, Fragment } from 'preact';
import type { Capture } from '../../../src/protocol/records.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Code } from '../../parts/text.tsx';
import { nearMisses } from '../../state/capture/near-misses.ts';

/** The exact callback of a login that the provider stopped, what to do with it, and what it is easily taken for. */
export function SentCallback({ capture, children }: { capture: Capture; children: ComponentChildren }) {
  const { callback, startedHere, error } = capture;
  const misses = error?.error === 'redirect_mismatch' ? nearMisses(callback) : [];
  return (
    <>
      <div class="field">
        <b>
          {startedHere ? 'Sent as ' : 'Registered in this profile as '}
          <code>redirect_uri</code>
        </b>
        <div class="exact">
          <Code>{callback}</Code>
          <CopyButton class="btn small" text={() => callback} what="Callback URL">
            Copy
          </CopyButton>
        </div>
        {!startedHere && <small>The login was not started here, so the string that was sent was not seen.</small>}
      </div>
      {children}
      {misses.length > 0 && (
        <section aria-labelledby="near-h">
          <h2 id="near-h">It looks the same there? Compare these</h2>
          <dl class="near">
            {misses.map(({ part, sent, other }) => (
              <Fragment key={part}>
                <dt>{part}</dt>
                <dd>
                  <code>{sent}</code> is not <code>{other}</code>
                </dd>
              </Fragment>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
