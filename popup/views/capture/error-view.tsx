import { useState } from 'preact/hooks';
import { type Capture, isFromErrorPage, type Profile } from '../../../src/protocol/records.ts';
import { cognitoConsoleUrl } from '../../../src/provider/cognito-console-url.ts';
import { type ErrorWords, explainError } from '../../../src/provider/explain-error.ts';
import type { Width } from '../../host.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useNow } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { type Said, SayContext } from '../../parts/say.ts';
import { Code } from '../../parts/text.tsx';
import { When } from '../../parts/when.tsx';
import { howWords } from '../../state/capture/how-captured.ts';
import { findNoSession } from '../../state/capture/no-session.ts';
import { noSessionWords } from '../../state/capture/no-session-words.ts';
import { providerName } from '../../state/provider-words.ts';
import { Checks } from '../checks/checks.tsx';
import { Crumbs } from '../crumbs.tsx';
import { Answered } from './answered.tsx';
import { EventNotes } from './event-notes.tsx';
import { SentCallback } from './sent-callback.tsx';
import { Timeline } from './timeline.tsx';

type Props = {
  capture: Capture;
  error: NonNullable<Capture['error']>;
  profile: Profile | undefined;
  width: Width;
};

/** A login that came back with an error: no tokens, no tabs, but what to do. */
export function ErrorView({ capture, error, profile, width }: Props) {
  const now = useNow([capture.capturedAt]);
  const [said, say] = useState<Said>();
  const isStopped = isFromErrorPage(capture);
  // a silent sign-in that finds no session is told, not held against anybody
  const noSession = findNoSession(capture);
  const tone = noSession ? 'skip' : 'fail';
  const explained: ErrorWords = noSession ? noSessionWords(noSession, profile) : explainError(profile, capture);
  const { heading, meaning, todo, consolePath } = explained;
  const checked = noSession
    ? { ...capture, verdicts: capture.verdicts.filter(({ check }) => check !== 'error_response') }
    : capture;
  const consoleUrl = profile && consolePath && cognitoConsoleUrl(profile);
  const whatToDo = (
    <section aria-labelledby="todo-h">
      <h2 id="todo-h">What to do</h2>
      {consolePath && <Crumbs steps={consolePath} clientId={profile?.clientId} />}
      <p class="muted">{todo}</p>
    </section>
  );
  return (
    <SayContext value={say}>
      <section class="stub" data-tone={tone} aria-label="Capture">
        <span class="verdict">
          <Icon name={noSession ? 'info' : tone} />
          {isStopped ? 'Stopped at' : ''} {providerName(profile)}
          {!isStopped && <> answered {error.error.length <= 32 ? <Code>{error.error}</Code> : 'an error'}</>}
        </span>
        <When at={capture.capturedAt} now={now} brief={width !== 'page' && !isStopped} />
        <span class="how">
          {isStopped ? 'its error page answered' : howWords(capture)}{' '}
          {(isStopped || capture.callback !== '') && <Code>{isStopped ? error.error : capture.callback}</Code>}
        </span>
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset */}
      <div class="actions" role="group" aria-label="What to do next">
        {capture.callback !== '' && (
          <CopyButton class="btn" text={() => capture.callback} what="Callback URL" shortcut="c">
            Copy callback URL
          </CopyButton>
        )}
        {consoleUrl && (
          <a class="btn" href={consoleUrl} target="_blank" rel="noreferrer">
            <Icon name="tab" />
            Open the console
          </a>
        )}
        <output>{said?.seen}</output>
      </div>
      <EventNotes capture={capture} />
      <div class="story">
        <div>
          <h1>{heading}</h1>
          <p class="muted">{meaning}</p>
        </div>
        {isStopped ? <SentCallback capture={capture}>{whatToDo}</SentCallback> : whatToDo}
        <section aria-labelledby="own-h">
          <h2 id="own-h">{providerName(profile)}’s own words</h2>
          <dl class="near own">
            <OwnWords name="error" text={error.error} />
            <OwnWords name="error_description" text={error.description} />
            <OwnWords name="error_uri" text={error.uri} />
          </dl>
        </section>
      </div>
      {!isStopped && <Checks capture={checked} profile={profile} />}
      <Timeline capture={capture} profile={profile} width={width} now={now} />
      <Answered capture={capture} profile={profile} />
    </SayContext>
  );
}

function OwnWords({ name, text }: { name: string; text: string | undefined }) {
  if (text === undefined) return null;
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        <Code>{text}</Code>
      </dd>
    </>
  );
}
