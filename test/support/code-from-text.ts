/** What makes code or markup from a text, or brings code from elsewhere, as it reads in a minified script. */
const ways = [
  // the polyfill names every method of the browser's, one of them so
  /\beval\b(?!:\{minArgs)/,
  /\b(?:Async|Generator)?Function\s*\(/,
  /\.constructor\(\s*["'`]/,
  /\bset(?:Timeout|Interval)\(\s*["'`]/,
  /document\.write|insertAdjacentHTML|outerHTML|createContextualFragment|DOMParser|setHTMLUnsafe|srcdoc/,
  /\bimportScripts\b|new (?:Shared)?Worker\b|createPolicy|javascript:/,
  // of our own files alone, by their names
  /\bimport\((?!"\.\/shared-[A-Z0-9]+\.js"\))/,
  /(?:[}\s]from|\bimport)"[\w@][\w@:/.-]*"/,
];

/** What of it stands in a script; undefined when nothing does. */
export function findCodeFromText(script: string): string | undefined {
  return ways.map((way) => way.exec(script)?.[0]).find((found) => found !== undefined);
}

/** The hosts that a script names, sorted; what it fills in reads as `*`. */
export function hostsIn(script: string): string[] {
  const found = script.matchAll(/\b(?:https?|wss?):\/\/((?:\$\{\w+\}|[\w.-])+)/g);
  const hosts = [...found].map(([, host = '']) => host.replace(/\$\{\w+\}/g, '*').replace(/\.$/, ''));
  return [...new Set(hosts)].filter((host) => host !== '*').sort();
}
