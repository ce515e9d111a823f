/** The elements that have a role without saying so, as far as this extension's pages use them. */
/** @type {Record<string, string>} */
const IMPLICIT = {
  article: 'article',
  banner: 'header',
  button: 'button, input:is([type=button], [type=submit], [type=reset], [type=image])',
  cell: 'td',
  checkbox: 'input[type=checkbox]',
  code: 'code',
  columnheader: 'th:not([scope=row])',
  combobox: 'select:not([multiple]), input[list]',
  contentinfo: 'footer',
  definition: 'dd',
  dialog: 'dialog',
  form: 'form',
  group: 'details, fieldset, optgroup',
  heading: 'h1, h2, h3, h4, h5, h6',
  img: 'img',
  link: 'a[href], area[href]',
  list: 'ul, ol, menu',
  listbox: 'select[multiple]',
  listitem: 'li',
  main: 'main',
  meter: 'meter',
  navigation: 'nav',
  option: 'option',
  paragraph: 'p',
  progressbar: 'progress',
  radio: 'input[type=radio]',
  region: 'section:is([aria-label], [aria-labelledby])',
  row: 'tr',
  rowheader: 'th[scope=row]',
  searchbox: 'input[type=search]:not([list])',
  slider: 'input[type=range]',
  spinbutton: 'input[type=number]',
  status: 'output',
  table: 'table',
  term: 'dt, dfn',
  textbox: 'textarea, input:not([list]):is(:not([type]), [type=text], [type=email], [type=tel], [type=url])',
};

/**
 * A CSS selector for the elements with an ARIA role, said (`role=`) or implied by the element.
 *
 * @param {string} role
 */
export function roleSelector(role) {
  const said = `[role=${JSON.stringify(role)}]`;
  const implied = IMPLICIT[role];
  return implied ? `${said}, :is(${implied}):not([role])` : said;
}
