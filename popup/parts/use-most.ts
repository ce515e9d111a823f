import { useEffect, useState } from 'preact/hooks';
import { rowsAtATime, rowsInPiece } from '../state/claims/claim-rows.ts';

/** So many rows are put on the page in one go; the popup answers in between. */
const step = rowsInPiece;

/** How many rows are on the page of those that are wanted. It starts anew with another `list`. */
export function useMost(list = ''): [most: number, showMore: () => void] {
  const [held, hold] = useState({ list, most: step, wanted: rowsAtATime });
  const shown = held.list === list ? held : { list, most: step, wanted: rowsAtATime };
  useEffect(() => {
    if (shown.most >= shown.wanted) return;
    const timer = setTimeout(() => hold({ ...shown, most: shown.most + step }));
    return () => clearTimeout(timer);
  }, [list, shown.most, shown.wanted]);
  return [shown.most, () => hold({ ...shown, wanted: shown.wanted + rowsAtATime })];
}
