import type { Difference } from '../protocol/compare/compare-members.ts';
import { differenceRow, isTelling, type TableRow } from './compare-markdown-row.ts';

/** An issue takes no more text than some 60,000 characters. */
const mostRows = 50;

/** Made only where it is among those that are shown: there can be thousands. */
export type Row = () => TableRow;

/** The rows of what differs. */
export function rowsOf(differences: readonly Difference[], prefix = ''): Row[] {
  return differences.filter(isTelling).map((difference) => () => {
    const [what, ...rest] = differenceRow(difference);
    return [prefix + what, ...rest];
  });
}

/** A table of the first rows, with a line on how many are left out. `first`: the head of its first column. */
export function comparedTable(first: string, rows: readonly Row[]): string {
  if (rows.length === 0) return 'Nothing differs.';
  const shown = rows.slice(0, mostRows).map((row) => row());
  const lines = [[first, 'A', 'B', 'From A to B'], ['---', '---', '---', '---'], ...shown];
  const rest = rows.length - mostRows;
  const more = rest > 0 ? `\n\n${rest.toLocaleString('en')} more are left out.` : '';
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n') + more;
}
