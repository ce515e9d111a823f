import { readFileSync } from 'node:fs';
import type { ComponentChildren, FunctionComponent, VNode } from 'preact';
import { expect, test } from 'vitest';
import { BarShell } from '../../popup/views/bar/bar-shell.tsx';

/** As the parser of HTML would have it, of what has no state. */
function markup(node: ComponentChildren): string {
  if (Array.isArray(node)) return node.map(markup).join('');
  if (node === null || node === undefined || typeof node !== 'object') return String(node ?? '');
  const { type, props } = node as VNode<Record<string, unknown>>;
  if (typeof type === 'function') return markup((type as FunctionComponent)(props) as ComponentChildren);
  const { children, ...attributes } = props;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
  return `<${type}${written.join('')}>${markup(children as ComponentChildren)}</${type}>`;
}

test.each(['popup', 'panel'])('%s.html begins with the bar as the face draws it before anything is read', (page) => {
  const html = readFileSync(new URL(`../../popup/${page}.html`, import.meta.url), 'utf8');
  expect(html).toContain(`<body class="${page}">${markup(BarShell())}</body>`);
});
