import type { ComponentChildren } from 'preact';
import type { Discovered } from '../../src/messages.ts';
import { parseUrl } from '../../src/protocol/url.ts';
import { explainErrorAt } from '../../src/provider/explain-error.ts';
import type { Tone } from '../parts/note.tsx';
import { type Draft, findDomainOrigin } from '../state/profile/profile-draft.ts';
import { discoveredDomain } from '../state/profile/profile-fill.ts';
import { isPoolDomain } from '../state/profile/profile-pool-domain.ts';

type Line = { tone: Tone; words: ComponentChildren };
type Failed = Extract<Discovered, { ok: false }>;
type Found = Extract<Discovered, { ok: true }>;

const failed: Record<Failed['problem'], (issuer: string, detail: string) => ComponentChildren> = {
  address: () => (
    <>
      Discovery needs an issuer that starts with <code>https://</code> and has no query. Copy it from the provider.
    </>
  ),
  unreachable: (issuer) => (
    <>
      <code>{hostOf(issuer)}</code> did not answer, or its answer may not be read without access (CORS). Check the host,
      or allow access to it.
    </>
  ),
  timeout: (issuer) => (
    <>
      <code>{hostOf(issuer)}</code> did not answer within 5 s. Try again, or fill in the endpoints by hand.
    </>
  ),
  redirect: () => 'The issuer redirects to another address. Enter the issuer that it leads to.',
  status: (_issuer, detail) => (
    <>
      The issuer answered with status <code>{detail}</code>. Check the path of the issuer: discovery lies at{' '}
      <code>/.well-known/openid-configuration</code> below it, or at{' '}
      <code>/.well-known/oauth-authorization-server</code>.
    </>
  ),
  not_json: () => 'The answer is no discovery document: it is not JSON. Check that this is the issuer, not a page.',
  too_large: () => 'The answer is larger than 256 KB and was not read. Fill in the endpoints by hand.',
  issuer_mismatch: (issuer, detail) => (
    <>
      You asked <code>{issuer}</code>, its document names <code>{detail}</code>. The two are compared letter by letter,
      the last <code>/</code> included. Enter the one the tokens carry.
    </>
  ),
};

export function failedLine(answer: Failed, issuer: string, draft: Draft): Line {
  if (isPoolDomain(issuer, draft)) return { tone: 'fail', words: domainWords() };
  return { tone: 'fail', words: failed[answer.problem](issuer, answer.detail ?? 'none') };
}

/** In the words of the catalogue: the domain answers so where discovery is asked of it. */
function domainWords(): ComponentChildren {
  const { heading, meaning, todo } = explainErrorAt('discovery', { status: 400 }, { provider: 'cognito' });
  return (
    <>
      {heading}. {meaning} {todo}
    </>
  );
}

/** What an answered discovery means for this draft. For a pool: whether its domain is the one in the form. */
export function foundLine(found: Found, draft: Draft): Line {
  if (draft.provider === 'oidc') {
    if (found.endpoints.authorization)
      return { tone: 'pass', words: 'Discovery answered, and filled in its endpoints.' };
    return { tone: 'warn', words: 'Discovery answered, but names no authorization endpoint. Add it by hand.' };
  }
  const named = discoveredDomain(found);
  if (!named) {
    return { tone: 'warn', words: 'Discovery answered, but this pool has no domain. Add one under Branding › Domain.' };
  }
  if (named === findDomainOrigin(draft)) {
    return { tone: 'pass', words: 'Discovery answered, and its endpoints lie on the domain above.' };
  }
  return {
    tone: 'warn',
    words: (
      <>
        Discovery names another domain, <code>{named}</code>. A pool with a custom domain names only that one.
      </>
    ),
  };
}

function hostOf(issuer: string): string {
  return parseUrl(issuer)?.host ?? issuer;
}
