import { isLoopback, isWebUrl, isWildcard, parseUrl } from './url.ts';

/** Why a callback cannot be registered. */
export type CallbackRefusal =
  | 'missing'
  | 'white_space'
  | 'backslash'
  | 'no_scheme'
  | 'relative'
  | 'code_scheme'
  | 'malformed'
  | 'fragment'
  | 'wildcard'
  | 'user_info';

/** What to look at before a callback is registered. `host` is how the browser reads it; of a custom scheme, the scheme. */
export type CallbackWarning =
  | { id: 'plain_http'; host: string }
  | { id: 'international_host'; host: string }
  | { id: 'mixed_script'; host: string }
  | { id: 'host_read_as'; host: string }
  | { id: 'trailing_dot'; host: string }
  | { id: 'custom_scheme'; host: string };

export type CallbackRuling = { refusal?: CallbackRefusal; warnings: CallbackWarning[] };

/** Schemes that run code, belong to a browser or the system, or name what no login can end at. */
const refusedSchemes = new Set(
  [
    'javascript vbscript livescript mocha data blob file filesystem content cid mid urn',
    'about view-source devtools resource jar feed wyciwyg page-icon cached-favicon isolated-app',
    'chrome edge brave opera vivaldi extension safari-extension safari-web-extension ms-browser-extension',
    'intent android-app market itms itms-apps mailto tel sms smsto mms mmsto callto facetime sip sips xmpp geo magnet',
    'ws wss ftp ftps sftp gopher ssh telnet ldap ldaps smb nfs news snews',
    // what Chromium and Firefox never hand to another program
    'afp disk disks hcp help ie.http iehistory ierss mk ms-cxh ms-cxh-full ms-help ms-msdt nntp res search search-ms',
    'shell vnd.ms.radio',
  ].flatMap((schemes) => schemes.split(' ')),
);
/** Families of which each browser has many: `chrome-extension`, `chrome-untrusted`, `moz-extension`, `moz-icon`. */
const browserFamily = /^(?:chrome|moz)-/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the browser drops them silently, so they are named here
const whiteSpace = /[\s\u0000-\u001f\u007f]/;
const schemeForm = /^([a-z][a-z0-9+.-]*):/i;
const authorityForm = /^[^:/?#]+:\/\/([^/?#]+)/;
/** `localhost:3000/callback` parses as a URL of the scheme `localhost`. */
const hostWithPort = /^(?:localhost:|[^/?#]+:\d+(?:[/?#]|$))/i;

/**
 * Whether an address can be registered as `redirect_uri`: absolute, no fragment (RFC 6749 section 3.1.2), no wildcard
 * and no user info (RFC 9700 section 4.1), of the web or of a native app's private-use scheme (RFC 8252 section 7.1).
 * Surrounding white space is the caller's to trim.
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
  const scheme = schemeForm.exec(text)?.[1]?.toLowerCase();
  if (scheme && (refusedSchemes.has(scheme) || browserFamily.test(scheme))) return 'code_scheme';
  if (!scheme || hostWithPort.test(text)) return 'no_scheme';
  const authority = authorityForm.exec(text)?.[1];
  const hasPlace = isWeb(scheme) ? authority !== undefined : !/^[^:]+:(?:\/\/)?(?:[?#]|$)/.test(text);
  const url = parseUrl(text);
  if (!hasPlace || !url) return 'malformed';
  if (authority?.includes('@')) return 'user_info';
  if (text.includes('#')) return 'fragment';
  return text.includes('*') || isWildcard(url) ? 'wildcard' : undefined;
}

function isWeb(scheme: string): boolean {
  return scheme === 'http' || scheme === 'https';
}

function findWarnings(text: string): CallbackWarning[] {
  const url = parseUrl(text);
  if (!url) return [];
  if (!isWebUrl(url)) return [{ id: 'custom_scheme', host: url.protocol.slice(0, -1) }];
  const host = url.hostname;
  const warnings: CallbackWarning[] = [];
  if (url.protocol === 'http:' && !isLoopback(host)) warnings.push({ id: 'plain_http', host });
  const typed = (authorityForm.exec(text)?.[1] ?? '').replace(/:\d*$/, '');
  if (typed.toLowerCase() !== host) warnings.push({ id: nameDifference(typed, host), host });
  if (host.endsWith('.')) warnings.push({ id: 'trailing_dot', host });
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
