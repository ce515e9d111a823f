import { useState } from 'preact/hooks';
import { Icon } from '../../parts/icon.tsx';
import { useItem } from '../../parts/use-item.ts';
import { useSettingsHost } from '../../parts/use-settings-host.ts';
import { notRemovedWords, removedWords, stillSyncedWords } from '../../state/profile/profile-sync-words.ts';

/** What went to the account stays there when the sync is turned off: it is said, and taken out of there on a press. */
export function StillSynced({ isOn }: { isOn: boolean }) {
  const { synced } = useSettingsHost();
  const count = useItem(synced) ?? 0;
  const [said, setSaid] = useState<{ tone: 'pass' | 'warn'; words: string }>();
  const remove = () =>
    void synced.remove().then(
      () => setSaid({ tone: 'pass', words: removedWords }),
      (error: unknown) => setSaid({ tone: 'warn', words: notRemovedWords(error) }),
    );
  const shown = isOn ? undefined : said;
  return (
    <>
      {!isOn && count > 0 && (
        <>
          <p>{stillSyncedWords(count)}</p>
          <div class="row">
            <button type="button" class="btn small" onClick={remove}>
              Remove {count === 1 ? 'it' : 'them'} from the account
            </button>
          </div>
        </>
      )}
      <output class="result" data-tone={shown?.tone}>
        {shown && <Icon name={shown.tone} />}
        {shown && <span>{shown.words}</span>}
      </output>
    </>
  );
}
