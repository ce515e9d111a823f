import { Icon } from '../../parts/icon.tsx';
import { findOption, type PickGroup } from '../../state/compare/pick-options.ts';

type Props = { letter: 'A' | 'B'; id: string; groups: readonly PickGroup[]; onPick: (id: string) => void };

/** The choice of one of the two captures: two lines to read, a native list to choose from. */
export function ComparePick({ letter, id, groups, onPick }: Props) {
  const chosen = findOption(groups, id);
  return (
    <div class="pick">
      <span class="letter" aria-hidden="true">
        {letter}
      </span>
      <b class="cut" aria-hidden="true">
        {chosen?.when ?? 'Choose a capture'}
      </b>
      <small class="cut" aria-hidden="true">
        {chosen && (
          <bdi>
            {chosen.who}, {chosen.profile}
          </bdi>
        )}
      </small>
      <Icon name="down" class="caret" />
      <select
        aria-label={`Capture ${letter}`}
        value={chosen ? id : ''}
        onChange={({ currentTarget }) => onPick(currentTarget.value)}
      >
        {!chosen && <option value="">Choose a capture</option>}
        {groups.map(({ key, name, options }) => (
          <optgroup key={key} label={name}>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.when}, {option.who}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
