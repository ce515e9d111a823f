import { authorizeParams, authorizeUrl, type OneTime, wantsCode } from '../../../src/protocol/authorize-url.ts';
import { parseUrl } from '../../../src/protocol/url.ts';
import type { Draft } from './profile-draft.ts';
import { profileFromDraft } from './profile-record.ts';

/** One parameter of the authorize URL; `missing` where the form has no value for it yet. */
export type PreviewRow = { name: string; value: string; isMissing: boolean; isOneTime: boolean };

export type Preview = {
  /** Origin and path of the authorization endpoint; without an origin while the form names none. */
  origin?: string;
  path: string;
  rows: PreviewRow[];
  /** The address without `state`, `nonce` and `code_challenge`, or undefined while something is missing. */
  url?: string;
};

const needed = ['response_type', 'client_id', 'redirect_uri'];
const oneTime = ['state', 'nonce', 'code_challenge'];

/** The authorize URL that this draft makes, taken apart. Values are shown as they are, before they are encoded. */
export function previewOf(draft: Draft): Preview {
  const profile = profileFromDraft(draft, 'preview');
  const base = parseUrl(profile.endpoints.authorization);
  const isOneTime = (at: number, name: string, all: [string, string][]) =>
    oneTime.includes(name) && all.findIndex((pair) => pair[0] === name) === at;
  const none: OneTime = { state: '', nonce: '', ...(wantsCode(profile) && { codeChallenge: '' }) };
  const rows = authorizeParams(profile, none).map(([name, value], at, all) => ({
    name,
    value,
    isMissing: value === '' && needed.includes(name),
    isOneTime: isOneTime(at, name, all),
  }));
  const isWhole = base !== undefined && !rows.some((row) => row.isMissing);
  return {
    ...(base && { origin: base.origin }),
    path: base ? `${base.pathname}${base.search}` : '',
    rows,
    ...(isWhole && { url: withoutOneTime(authorizeUrl(profile, none), none) }),
  };
}

/**
 * An address to be passed on carries no `state`, `nonce` and `code_challenge`: nobody would know them, or the verifier,
 * when the answer comes. They are the only pairs of ours that are empty, and the last of that form in the URL.
 */
function withoutOneTime(url: string, { codeChallenge }: OneTime): string {
  const added = `state=&nonce=${codeChallenge === undefined ? '' : '&code_challenge=&code_challenge_method=S256'}`;
  const at = url.lastIndexOf(added);
  const before = url.slice(0, at);
  const after = url.slice(at + added.length);
  return `${before}${after.replace(/^&/, '')}`.replace(/[?&]$/, '');
}
