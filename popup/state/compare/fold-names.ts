import { safeText } from '../safe-text.ts';
import { type CompareGroup, itemName } from './compare-items.ts';

/** What fits in a line, and more than is read there. */
const mostNames = 16;

/** The names of a folded group in one line. */
export function foldNames({ items }: CompareGroup): string {
  const names = items.slice(0, mostNames).map((item) => safeText(itemName(item).slice(0, 60)));
  const rest = items.length - names.length;
  return rest > 0 ? `${names.join(', ')} and ${rest.toLocaleString('en')} more` : names.join(', ');
}
