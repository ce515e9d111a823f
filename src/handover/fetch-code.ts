import { type Bearer, type Line, readCall, whyNoHeader } from './bearer-call.ts';

/**
 * JavaScript that calls an address with `fetch`, for the console, a module or Node. `credentials: "omit"`: a cookie of the
 * browser would answer in the token's place. Only Node has environment variables to read.
 */
export function bearerFetch(address: string, bearer: Bearer): Line {
  const call = readCall(address);
  if (!call.ok) return call;
  const reason = whyNoHeader(bearer);
  if (reason) return { ok: false, reason };
  const header = typeof bearer === 'object' ? `\`Bearer \${process.env.${bearer.env}}\`` : quoteJs(`Bearer ${bearer}`);
  const lines = [
    `const response = await fetch(${quoteJs(call.url.href)}, {`,
    `  headers: { Authorization: ${header} },`,
    '  credentials: "omit",',
    '});',
    'console.log(response.status, await response.text());',
    '',
  ];
  return { ok: true, text: lines.join('\n') };
}

/** A string literal of JavaScript that also stands in a script element: `</script` and `<!--` end or change one (HTML 4.12.1.3). */
export function quoteJs(text: string): string {
  return JSON.stringify(text).replaceAll('<', '\\u003C');
}
