import { useState } from 'preact/hooks';
import type { Pasted } from '../../src/messages.ts';
import type { Profile } from '../../src/protocol/records.ts';
import { Button } from '../parts/button.tsx';
import { useHost } from '../parts/host-context.ts';
import { Note } from '../parts/note.tsx';

type Props = {
  profiles: readonly Profile[];
  active: Profile | undefined;
  isPrivate: boolean;
  /** Told which capture the text became. */
  onRead: (captureId: string) => void;
};

/** A token or a callback URL that the person brings along: read and judged like a captured one. */
export function PasteView({ profiles, active, isPrivate, onRead }: Props) {
  const host = useHost();
  const [text, setText] = useState('');
  const [profileId, setProfileId] = useState(active?.id ?? '');
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<string>();
  const read = async () => {
    setReading(true);
    setProblem(undefined);
    const outcome: Pasted = await host
      .send({ type: 'paste', text, ...(profileId && { profileId }), ...(isPrivate && { isPrivate }) })
      .catch(() => ({ ok: false, reason: 'The extension did not answer. Reload it, then try again.' }));
    setReading(false);
    if (!outcome.ok) return setProblem(outcome.reason);
    setText('');
    onRead(outcome.captureId);
  };
  return (
    <div class="story paste">
      <div>
        <h1>Read a token by hand</h1>
        <p class="muted">
          It is decoded and checked as if it had been captured. What only the request of a login can tell stays not
          checked, and is named. It stays in this browser’s memory.
        </p>
      </div>
      {problem && (
        <Note tone="fail" role="alert" heading="Nothing could be read">
          <p>{problem}</p>
        </Note>
      )}
      <div class="field">
        <label for="pasted">Token, callback URL or token answer</label>
        <textarea
          id="pasted"
          rows={8}
          spellcheck={false}
          autocomplete="off"
          aria-describedby="pasted-hint"
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="muted" id="pasted-hint">
          A JWT, an opaque token, the whole address at which the login ended, or the JSON of the token endpoint.
        </p>
      </div>
      {profiles.length > 0 && (
        <div class="field">
          <label for="pasted-profile">Check it against</label>
          <select id="pasted-profile" value={profileId} onChange={(event) => setProfileId(event.currentTarget.value)}>
            {profiles.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <p class="muted">A callback URL goes to the profile that it was registered with.</p>
        </div>
      )}
      {profiles.length === 0 && (
        <p class="muted">Without a profile there is nothing to check it against: it is decoded and explained.</p>
      )}
      <div class="row">
        <Button
          class="primary"
          busy={isReading}
          unless={text.trim() === '' ? 'Paste a token or a callback URL first.' : undefined}
          onPress={() => void read()}
        >
          Read it
        </Button>
      </div>
    </div>
  );
}
