import { useState } from 'preact/hooks';
import { recordingEnd, recordingNeeds } from '../../src/protocol/recording.ts';
import type { Recording } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { Button } from '../parts/button.tsx';
import { useNow } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import { useMissing } from '../parts/use-missing.ts';
import { When } from '../parts/when.tsx';
import { lackWords } from '../state/capture/lack-words.ts';
import { readSites, showRecording } from '../state/profile/record.ts';
import { askWords, nextWords, strangeWords } from '../state/profile/record-words.ts';
import { Result } from './field.tsx';
import { RecordSteps } from './record-steps.tsx';
import { useRecording } from './use-recording.ts';

type Props = {
  host: Host;
  /** Takes what was seen into the form of a new profile. */
  onFill: (recording: Recording) => void;
};

/** Watches one login of the person's own app, so that a profile is filled in from what was seen. */
export function RecordView({ host, onFill }: Props) {
  const { recording, failure, start, end } = useRecording(host);
  const now = useNow(recording ? [recordingEnd(recording)] : []);
  const shown = showRecording(recording, now);
  return (
    <section class="field fill" aria-labelledby="record-h">
      <h2 id="record-h">Watch a login</h2>
      {recording ? (
        <>
          <RecordSteps recording={recording} shown={shown} />
          {shown.phase === 'watching' && <Until recording={recording} now={now} />}
          <p role="status">{nextWords(shown)}</p>
          <div class="row">
            {shown.signIn && (
              <button
                type="button"
                class="btn"
                onClick={() => {
                  onFill(recording);
                  void end();
                }}
              >
                Use it
              </button>
            )}
            {shown.phase === 'over' && (
              <button type="button" class="btn" onClick={() => void start(recording.sites)}>
                Watch again
              </button>
            )}
            <button type="button" class="btn quiet" onClick={() => void end()}>
              {shown.phase === 'watching' ? 'Cancel' : 'Forget it'}
            </button>
          </div>
        </>
      ) : (
        <Start onStart={start} />
      )}
      <Result tone={failure ? 'warn' : undefined}>{failure}</Result>
    </section>
  );
}

/** Until when is watched, and what the browser withholds meanwhile. */
function Until({ recording, now }: { recording: Recording; now: number }) {
  const missing = useMissing(recordingNeeds(recording.sites));
  const isTakenBack = missing !== undefined && missing.permissions.length + missing.origins.length > 0;
  const isAsleep = missing !== undefined && missing.asleep.length > 0;
  return (
    <>
      <p>
        Watching ends by itself at <When at={recordingEnd(recording)} now={now} />.
      </p>
      {isTakenBack && (
        <Result tone="warn">The browser does not allow all of it any more. Cancel, and watch again to be asked.</Result>
      )}
      {isAsleep && (
        <Result tone="warn">
          Requests at the sites are not seen yet. {lackWords.restart} The watching goes on after that.
        </Result>
      )}
    </>
  );
}

function Start({ onStart }: { onStart: (sites: string[]) => Promise<boolean> }) {
  const [text, setText] = useState('');
  const { sites, strange } = readSites(text);
  const missing = useMissing(recordingNeeds(sites));
  const asks = missing && askWords(missing);
  return (
    <>
      <p>
        Log in to your own app once, in any tab, and a new profile is filled in from what is seen: client id, callback,
        scopes and flow, and the issuer where the answer names it. Nothing is redeemed, no token is kept, and private
        windows are left out.
      </p>
      <details>
        <summary>
          <span>The provider is not Amazon Cognito</span>
          <Icon name="down" class="caret" />
        </summary>
        <div class="field">
          <label for="record-sites">Sites whose requests are watched too</label>
          <input
            id="record-sites"
            class="code"
            type="text"
            spellcheck={false}
            autocomplete="off"
            value={text}
            placeholder="https://login.example.com"
            aria-describedby="record-sites-says record-sites-hint"
            aria-invalid={strange.length > 0}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <Result id="record-sites-says" tone={strange.length > 0 ? 'fail' : undefined}>
            {strangeWords(strange)}
          </Result>
          <small id="record-sites-hint">
            Most providers redirect before a page shows, and then only requests tell of the sign-in. Name the provider’s
            host, and where the answer comes as a form (<code>form_post</code>) the callback’s host too. While it is
            granted, the browser hands every request of every page to its extensions.
          </small>
        </div>
      </details>
      {asks && <p>{asks}</p>}
      <div class="row">
        <Button onPress={() => void onStart(sites)} unless={strangeWords(strange) || undefined}>
          Watch a login
        </Button>
      </div>
    </>
  );
}
