/**
 * A page that shows pictures of states side by side, light and dark, in the groups of the menu of states.
 *
 * @typedef {{ title: string, entries: { name: string, words: string }[] }} Group
 * @param {Group[]} groups
 * @param {(name: string) => boolean} isTaken whether there are pictures of a state
 */
export function screensIndex(groups, isTaken) {
  const shown = groups
    .map(({ title, entries }) => ({ title, entries: entries.filter(({ name }) => isTaken(name)) }))
    .filter(({ entries }) => entries.length > 0);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Claimcheck: screens</title>
<style>
  body { margin: 0 24px 24px; font: 13px/1.5 system-ui, sans-serif; background: #777; color: #fff; }
  nav { position: sticky; inset-block-start: 0; padding-block: 12px; background: #777; }
  nav a { margin-inline-end: 12px; color: inherit; }
  h2 { scroll-margin-block-start: 64px; }
  figure { display: grid; grid-template-columns: repeat(2, minmax(0, max-content)); gap: 4px 12px; margin: 0 0 32px; }
  figcaption { grid-column: 1 / -1; }
  img { inline-size: 100%; max-inline-size: var(--width); align-self: start; }
</style>
<h1>Claimcheck: screens</h1>
<nav>${shown.map(({ title }) => `<a href="#${idOf(title)}">${escaped(title)}</a>`).join('\n')}</nav>
${shown.map(section).join('\n')}
</html>
`;
}

/** @param {Group} group */
function section({ title, entries }) {
  return `<h2 id="${idOf(title)}">${escaped(title)}</h2>\n${entries.map(figure).join('\n')}`;
}

/** @param {Group['entries'][number]} entry */
function figure({ name, words }) {
  const caption = words === name ? name : `${words}: ${name}`;
  const image = (/** @type {string} */ theme) =>
    `<img loading="lazy" style="--width: ${widthOf(name)}px" src="${name}-${theme}.png" alt="${escaped(caption)}, ${theme}">`;
  return `<figure><figcaption>${escaped(caption)}</figcaption>${image('light')}${image('dark')}</figure>`;
}

/** @param {string} name */
function widthOf(name) {
  return sizeOf(name).width;
}

/**
 * The window of a state. States are named for their width; those of the popup bear no such name.
 *
 * @param {string} name
 */
export function sizeOf(name) {
  if (name.startsWith('page-')) return { width: 1280, height: 800 };
  return name.startsWith('panel-') ? { width: 420, height: 800 } : { width: 400, height: 600 };
}

/** @param {string} title */
function idOf(title) {
  return title.toLowerCase().replace(/[^a-z]+/g, '-');
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
