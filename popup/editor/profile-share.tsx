import { useRef, useState } from 'preact/hooks';
import { shareProfile } from '../../src/handover/profile-share.ts';
import { profileFile } from '../../src/handover/profile-share-file.ts';
import { profileLink } from '../../src/handover/profile-share-link.ts';
import type { Profile } from '../../src/protocol/records.ts';
import type { Host } from '../host.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import type { Tone } from '../parts/note.tsx';
import { type ImportLine, importFile } from '../state/profile/profile-share-import.ts';
import { exportWords, importedWords, leftOutWords } from '../state/profile/profile-share-words.ts';
import { Result } from './field.tsx';
import { downloadJson, fileNameFor } from './profile-share-download.ts';
import { ShareLine } from './profile-share-line.tsx';

type Props = {
  host: Host;
  /** As it is stored; undefined while it is new. */
  profile: Profile | undefined;
  profiles: Profile[];
};

type Said = { tone: Tone; text: string; lines?: ImportLine[] };

/** Hands profiles to others and takes theirs: as a link, as a file, and never with a secret. */
export function ProfileShare({ host, profile, profiles }: Props) {
  const [said, setSaid] = useState<Said>();
  const picker = useRef<HTMLInputElement>(null);
  const leftOut = profile ? shareProfile(profile).leftOut : [];

  const save = (chosen: readonly Profile[], fileName: string) => {
    if (chosen.length === 0) return setSaid({ tone: 'skip', text: 'There is no profile of your own to export.' });
    const { text, leftOut: lost } = profileFile(chosen);
    downloadJson(fileName, text);
    setSaid({ tone: 'pass', text: exportWords(fileName, chosen.length, lost) });
  };
  const take = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    const imported = await importFile(host, file);
    // the same file may be chosen again
    input.value = '';
    setSaid({ ...importedWords(imported), ...(imported.ok && { lines: imported.lines }) });
  };

  return (
    <section class="field fill" aria-labelledby="profile-share-h">
      <h2 id="profile-share-h">Share</h2>
      <p>
        A link or a file holds the set-up alone: no client secret, no token, no capture. A link is pasted into the field
        at the top of a profile.
      </p>
      {leftOut.length > 0 && <Result tone="skip">{leftOutWords(leftOut)}</Result>}
      <div class="row">
        {profile && (
          <>
            <CopyButton class="btn" what="Link" text={() => profileLink(profile).text}>
              Copy link
            </CopyButton>
            <button type="button" class="btn" onClick={() => save([profile], fileNameFor(profile.name))}>
              Export this profile
            </button>
          </>
        )}
        {profiles.length > 0 && (
          <button
            type="button"
            class="btn"
            onClick={async () => save(await host.profiles.get(), fileNameFor('profiles'))}
          >
            Export all
          </button>
        )}
        <button type="button" class="btn" onClick={() => picker.current?.click()}>
          Import…
        </button>
        <input
          ref={picker}
          type="file"
          hidden
          accept="application/json,.json"
          aria-label="File of profiles"
          onChange={(event) => void take(event.currentTarget)}
        />
      </div>
      <Result id="profile-share-says" tone={said?.tone}>
        {said?.text}
      </Result>
      {said?.lines && said.lines.length > 0 && (
        <ul class="checks" aria-labelledby="profile-share-says">
          {said.lines.map((line, at) => (
            <ShareLine key={at} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}
