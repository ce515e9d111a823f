/** @typedef {import('./figures.mjs').Row} Row */
/** @typedef {(typeof import('./peers.mjs').peers)[number]} Peer */

/**
 * The rows as a table for people, and what others cost beside them. A figure over its bound says so.
 *
 * @param {Row[]} rows
 * @param {Peer[]} peers
 */
export function tableOf(rows, peers) {
  return [
    ...lines(
      ['measured now', 'figure', 'bound', ''],
      rows.map(({ name, ratio, bound }) => [name, figure(ratio), figure(bound), ratio > bound ? 'over' : 'held']),
    ),
    '',
    ...lines(
      ['others on the page of 400 requests, measured before', 'wall', 'CPU'],
      peers.map(({ name, wall, cpu }) => [name, figure(wall), figure(cpu)]),
    ),
    '',
  ].join('\n');
}

/** @param {number} value a ratio, or a count */
function figure(value) {
  return Number.isInteger(value) && value !== 1 ? String(value) : value.toFixed(2);
}

/**
 * @param {string[]} heads
 * @param {string[][]} cells
 */
function lines(heads, cells) {
  const all = [heads, ...cells];
  const widths = heads.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
