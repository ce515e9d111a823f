import { markdownCell } from './markdown-cell.ts';

const mostNames = 30;

/** Names in one line of Markdown, each once. */
export function markdownNames(all: readonly string[]): string {
  const some = [...new Set(all)];
  const rest = some.length - mostNames;
  const shown = some.slice(0, mostNames).map((name) => markdownCell(name, 80));
  return rest > 0 ? `${shown.join(', ')} and ${rest.toLocaleString('en')} more` : shown.join(', ');
}
