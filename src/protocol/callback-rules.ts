import { isLoopback, parseUrl } from './url.ts';

/** Why a callback cannot be registered. */
export type CallbackRefusal =
  | 'missing'
  | 'white_space'
  | 'backslash'
  | 'no_scheme'
  | 'relative'
  | 'code_scheme'
  | 'custom_scheme'
  | 'malformed'
  | 'fragment'
  | 'wildcard'
  | 'user_info';

/** What to look at before a callback is registered. `host` is how the browser reads it. */
export type CallbackWarning =
  | { id: 'plain_http'; host: string }
  | { id: 'international_host'; host: string }
  | { id: 'mixed_script'; host: string }
  | { id: 'host_read_as'; host: string };

export type CallbackRuling = { refusal?: CallbackRefusal; warnings: CallbackWarning[] };

/** Schemes that run code, or show what no provider redirects to. */
const codeSchemes = /^(?:javascript|vbscript|data|blob|file|about|view-source|chrome|chrome-extension|moz-extension):/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the browser drops them silently, so they are named here
const whiteSpace = /[\s\u0000-\u001f\u007f]/;
const httpForm = /^https?:\/\/([^/?]+)/i;

/**
 * Whether an address can be registered as `redirect_uri`: absolute, no fragment (RFC 6749 section 3.1.2), no wildcard
 * and no user info (RFC 9700 section 4.1). Surrounding white space is the caller's to trim.
 */
export function judgeCallback(text: string): CallbackRuling {
  const refusal = findRefusal(text);
  return refusal ? { refusal, warnings: [] } : { warnings: findWarnings(text) };
}

function findRefusal(text: string): CallbackRefusal | undefined {
  if (text === '') return 'missing';
  if (whiteSpace.test(text)) return 'white_space';
  if (text.includes('\\')) return 'backslash';
  if (/^[/?#.]/.test(text)) return 'relative';
  if (codeSchemes.test(text)) return 'code_scheme';
  // `localhost:3000/callback` parses as a URL of the scheme `localhost:`
  if (/^[^/?#]+:\d+(?:[/?#]|$)/.test(text) || !/^[a-z][a-z0-9+.-]*:/i.test(text)) return 'no_scheme';
  if (!/^https?:/i.test(text)) return 'custom_scheme';
  const authority = httpForm.exec(text.replace(/#.*/, ''))?.[1];
  if (!authority || !parseUrl(text)) return 'malformed';
  if (authority.includes('@')) return 'user_info';
  if (text.includes('#')) return 'fragment';
  return text.includes('*') ? 'wildcard' : undefined;
}

function findWarnings(text: string): CallbackWarning[] {
  const url = parseUrl(text);
  if (!url) return [];
  const host = url.hostname;
  const warnings: CallbackWarning[] = [];
  if (url.protocol === 'http:' && !isLoopback(host)) warnings.push({ id: 'plain_http', host });
  const typed = (httpForm.exec(text)?.[1] ?? '').replace(/:\d*$/, '');
  if (typed.toLowerCase() !== host) warnings.push({ id: nameDifference(typed, host), host });
  return warnings;
}

const scripts = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Arabic}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
];

/** A look-alike host mixes scripts within one label (Unicode Technical Standard 39 section 5). */
function nameDifference(typed: string, host: string): CallbackWarning['id'] {
  const isMixed = typed
    .normalize('NFKC')
    .split('.')
    .some((label) => scripts.filter((script) => script.test(label)).length > 1);
  if (isMixed) return 'mixed_script';
  return host.split('.').some((label) => label.startsWith('xn--')) ? 'international_host' : 'host_read_as';
}
