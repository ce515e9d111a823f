import type { Capture } from '../../src/protocol/records.ts';
import { ConfirmDialog } from '../parts/dialog.tsx';
import { Text } from '../parts/text.tsx';
import { captureTitle } from '../state/capture/capture-line.ts';

type Props = { captures: readonly Capture[]; name: string; onForget: (ids: string[]) => void; onClose: () => void };

export function ForgetDialog({ captures, name, onForget, onClose }: Props) {
  const one = captures.length === 1 ? captures[0] : undefined;
  const title = one && !one.error ? captureTitle(one) : undefined;
  return (
    <ConfirmDialog
      heading={one ? 'Forget this capture?' : `Forget ${captures.length} captures?`}
      confirm="Forget"
      onConfirm={() => onForget(captures.map(({ id }) => id))}
      onClose={onClose}
    >
      <p>
        {one ? 'The login' : `All ${captures.length} logins`} of <Text>{name}</Text>
        {title !== undefined && (
          <>
            {' '}
            (<Text>{title}</Text>)
          </>
        )}{' '}
        {one ? 'goes' : 'go'} from memory, with tokens, checks and userInfo answers. What you copied stays on the
        clipboard, and the tokens stay good until they expire.
      </p>
    </ConfirmDialog>
  );
}
