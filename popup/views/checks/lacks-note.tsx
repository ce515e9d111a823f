import { needsOf } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import type { Where, Width } from '../../host.ts';
import { Note } from '../../parts/note.tsx';
import { useAllow } from '../../parts/use-allow.ts';
import { useMissing } from '../../parts/use-missing.ts';
import { lackWords } from '../../state/capture/lack-words.ts';
import { lacksOf } from '../../state/capture/lacks.ts';
import { isNothing, promptLines } from '../../state/profile/profile-grants.ts';

const list = new Intl.ListFormat('en');

type Props = { profile: Profile; width: Width; where: Where | undefined };

/** What the profile in front wants and the browser does not give: said before a sign-in relies on it. */
export function LacksNote({ profile, width, where }: Props) {
  const needs = needsOf(profile);
  const missing = useMissing(needs);
  const { ask } = useAllow(needs, { width, path: 'page.html#captures' });
  if (!missing) return null;
  const { untilAllowed, never } = lacksOf(profile, missing);
  const prompts = promptLines(missing);
  const isOutOfReach = profile.intercept && where?.canIntercept === false && !never.includes('intercept');
  if (untilAllowed.length + never.length === 0 && !isOutOfReach) return null;
  return (
    <Note tone="warn" heading="The browser does not allow all that this profile wants">
      <ul>
        {untilAllowed.map((lack) => (
          <li key={lack}>{lackWords[lack]}</li>
        ))}
        {never.map((lack) => (
          <li key={lack}>{lackWords[lack]} That needs a callback with https, or on localhost or 127.0.0.1.</li>
        ))}
        {isOutOfReach && (
          <li>The sign-in will end in the app: in a private window Chromium opens no page of an extension.</li>
        )}
      </ul>
      {!isNothing(missing) && untilAllowed.length > 0 && (
        <>
          {prompts.length > 0 && <p>It will ask for {list.format(prompts.map((prompt) => `“${prompt}”`))}.</p>}
          <div class="row">
            <button type="button" class="btn small" onClick={() => void ask()}>
              Allow
            </button>
          </div>
        </>
      )}
    </Note>
  );
}
