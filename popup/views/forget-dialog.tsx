import type { Capture, Profile } from '../../src/protocol/records.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { useHost } from '../parts/host-context.ts';
import { Text } from '../parts/text.tsx';
import { forgettingWords } from '../state/history/forget-words.ts';

type Props = {
  captures: readonly Capture[];
  profiles: readonly Profile[];
  /** What else is to be known of them. */
  note?: string;
  onForget: (ids: string[]) => void;
  onClose: () => void;
};

/** Names what goes before captures are forgotten: whose they are, which are pinned, what is still good of them. */
export function ForgetDialog({ captures, profiles, note = '', onForget, onClose }: Props) {
  const host = useHost();
  const words = forgettingWords(captures, profiles, host.now());
  const isOne = captures.length === 1;
  const [only] = words.profiles;
  const isOfMany = words.profiles.length > 1;
  return (
    <ConfirmDialog
      heading={words.heading}
      confirm="Forget"
      onConfirm={() => onForget(captures.map(({ id }) => id))}
      onClose={onClose}
    >
      <div class="notes">
        <p>
          {isOne ? 'The login' : `All ${captures.length.toLocaleString('en')} logins`}
          {only && !isOfMany && (
            <>
              {' '}
              of <Text>{only.name}</Text>
            </>
          )}
          {words.title !== undefined && (
            <>
              {' '}
              (<Text>{words.title}</Text>)
            </>
          )}{' '}
          {isOne ? 'goes' : 'go'} from memory, with tokens, checks and userInfo answers.{isOfMany && ' They are:'}
        </p>
        {isOfMany && (
          <ul>
            {words.profiles.map(({ id, name, count }) => (
              <li key={id}>
                <Text>{name}</Text>: {count}
              </li>
            ))}
            {words.rest !== '' && <li>{words.rest}</li>}
          </ul>
        )}
        {(words.pinned || note) !== '' && <p>{[words.pinned, note].filter(Boolean).join(' ')}</p>}
        <p>
          {words.tokens} {words.tokens !== '' && 'Forgetting ends no token. '}What you copied stays on the clipboard.
        </p>
      </div>
    </ConfirmDialog>
  );
}
