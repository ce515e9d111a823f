/** How many of how many a search has found. `unread`: of these it is not known yet. */
export function searchWords(found: number, of: number, unread: number): string {
  const count = (many: number) => many.toLocaleString('en');
  if (unread > 0) return `Looking through ${count(of)} captures…`;
  const captures = of === 1 ? '1 capture' : `${count(of)} captures`;
  return `${count(found)} of ${captures} ${found === 1 ? 'matches' : 'match'}`;
}
