import { Text } from '../../parts/text.tsx';
import { safeText } from '../../state/safe-text.ts';
import { ForgetButton } from './forget-button.tsx';

type Props = {
  level: 3 | 4 | 5;
  name: string;
  count: number;
  /** What “Forget” would be said of. */
  label?: string;
  onForget?: (() => void) | undefined;
};

/** The name of a group and how many captures it has; what has them forgotten comes with the pointer or the focus. */
export function GroupHeading({ level, name, count, label, onForget }: Props) {
  const Title = `h${level}` as const;
  return (
    <div class="titled">
      <Title>
        <Text>{name}</Text>
        {count > 0 && <span>{count.toLocaleString('en')}</span>}
      </Title>
      {onForget && label !== undefined && <ForgetButton label={`Forget ${safeText(label)}`} onForget={onForget} />}
    </div>
  );
}
