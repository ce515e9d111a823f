import type { Bearer } from './bearer-call.ts';

/** An address without braces and without its fragment, which is never sent. A query may hold braces as they are (WHATWG URL). */
export function withoutBraces(url: URL): string {
  return url.href.replace(/#.*$/s, '').replaceAll('{', '%7B').replaceAll('}', '%7D');
}

/** Why a token cannot stand in a file in which `{{name}}` is replaced: there is no escape for it. */
export function whyNoTemplate(bearer: Bearer): string | undefined {
  if (typeof bearer === 'object' || !bearer.includes('{{')) return undefined;
  return 'The token holds “{{”, which would be read as the name of a variable.';
}
