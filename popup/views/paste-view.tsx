import { useEffect, useRef, useState } from 'preact/hooks';
import { isCapturesFile } from '../../src/handover/import-captures.ts';
import type { Imported, Pasted } from '../../src/messages.ts';
import type { Profile } from '../../src/protocol/records.ts';
import { Button } from '../parts/button.tsx';
import { useHost } from '../parts/host-context.ts';
import { Note } from '../parts/note.tsx';
import { Text } from '../parts/text.tsx';
import { ImportCaptures } from './export/import-captures.tsx';
import { ImportOutcome } from './export/import-outcome.tsx';
import { useImport } from './export/use-import.ts';

type Props = {
  profiles: readonly Profile[];
  active: Profile | undefined;
  isPrivate: boolean;
  /** Told which capture the text became. */
  onRead: (captureId: string) => void;
};

/** The choice in place of a profile. */
const none = '';

/** A token or a callback URL that the person brings along: read and judged like a captured one. */
export function PasteView({ profiles, active, isPrivate, onRead }: Props) {
  const host = useHost();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [profileId, setProfileId] = useState(active?.id ?? none);
  const [isReading, setReading] = useState(false);
  const { take } = useImport(isPrivate);
  const [partly, setPartly] = useState<Imported>();
  const show = ([first]: string[]) => first !== undefined && onRead(first);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    if (problem !== undefined) field.current?.focus();
  }, [problem]);
  const read = async () => {
    setReading(true);
    setProblem(undefined);
    setPartly(undefined);
    if (isCapturesFile(text)) {
      const imported = await take(text);
      setReading(false);
      if (!imported.ok) setProblem(imported.reason);
      else if (imported.leftOut.length > 0) setPartly(imported);
      else show(imported.captureIds);
      return;
    }
    const outcome: Pasted = await host
      .send({ type: 'paste', text, profileId, ...(isPrivate && { isPrivate }) })
      .catch(() => ({ ok: false, reason: 'The extension did not answer. Reload it, then try again.' }));
    setReading(false);
    if (outcome.ok) onRead(outcome.captureId);
    else setProblem(outcome.reason);
  };
  return (
    <div class="story paste">
      <div>
        <h1>Read a token by hand</h1>
        <p class="muted">
          It is decoded and checked as if it had been captured, and stays in this browser’s memory. Checks that take the
          login’s own request, such as those of state and nonce, are listed as not checked.
        </p>
      </div>
      {problem !== undefined && (
        <div id="pasted-problem">
          <Note tone="fail" heading="Nothing could be read">
            <p>
              <Text>{problem}</Text>
            </p>
          </Note>
        </div>
      )}
      <ImportOutcome outcome={partly} onShow={show} />
      <div class="field">
        <label for="pasted">Token, callback URL or token answer</label>
        <textarea
          ref={field}
          id="pasted"
          rows={8}
          spellcheck={false}
          autocomplete="off"
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? 'pasted-hint' : 'pasted-problem pasted-hint'}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="muted" id="pasted-hint">
          A JWT, an opaque token, the whole address at which the login ended, the JSON of the token endpoint, or the
          text of an exported file.
        </p>
      </div>
      {profiles.length > 0 && (
        <div class="field">
          <label for="pasted-profile">Check it against</label>
          <select
            id="pasted-profile"
            aria-describedby="pasted-profile-hint"
            value={profileId}
            onChange={(event) => setProfileId(event.currentTarget.value)}
          >
            {profiles.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={none}>No profile</option>
          </select>
          <p class="muted" id="pasted-profile-hint">
            A callback URL goes to the profile that it was registered with.
            {profileId === none && ` ${unchecked}`}
          </p>
        </div>
      )}
      {profiles.length === 0 && <p class="muted">{unchecked}</p>}
      <div class="row">
        <Button class="primary" busy={isReading} onPress={() => void read()}>
          Read it
        </Button>
      </div>
      <ImportCaptures isPrivate={isPrivate} onImported={show} />
    </div>
  );
}

const unchecked = 'Without a profile there is nothing to check it against: it is decoded and explained.';
