import { rowsAtATime } from '../state/claims/claim-rows.ts';

/** Below a list that is not on the page to its end. `rest`: what is to be known of those not shown. */
export function ShowMore({ left, onMore, rest = '' }: { left: number; onMore: () => void; rest?: string }) {
  if (left <= 0) return null;
  return (
    <p class="row aside ruled">
      <button type="button" class="btn small" onClick={onMore}>
        Show {Math.min(rowsAtATime, left)} more
      </button>
      {left.toLocaleString('en')} are not shown.{rest}
    </p>
  );
}
