import { Icon } from '../../parts/icon.tsx';

/** What a message brought about that shows nowhere else. */
export function ToldLine({ words }: { words: string }) {
  return (
    <div role="status">
      {words !== '' && (
        <p class="watch told" data-tone="skip">
          <Icon name="info" />
          <span>{words}</span>
        </p>
      )}
    </div>
  );
}
