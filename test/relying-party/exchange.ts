/** The exchange of a code as a relying party makes it: nothing in the extension sends it yet, its answer is judged. */
import { single } from '../../src/protocol/answer.ts';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import { readStrictly } from '../../src/protocol/strict-token.ts';
import { fetchDocuments } from '../../src/verify/fetch-documents.ts';
import { type JudgeWorld, judgeCapture } from '../../src/verify/judge-captures.ts';
import { judgeRefresh } from '../../src/verify/judge-refresh.ts';
import { judgeTokenResponse } from '../../src/verify/judge-token-response.ts';
import type { Known } from '../../src/verify/known.ts';
import type { Provider } from '../support/provider/serve.ts';
import type { SignedIn } from './login.ts';

type Answer = Parameters<typeof judgeTokenResponse>[1];
type Setting = { own: Profile; provider: Provider; world: JudgeWorld };

/** The capture with the tokens of the answer, and the verdicts on both answers. */
export async function exchangeCode({ capture, login }: SignedIn, { own, provider, world }: Setting): Promise<Capture> {
  const answer = await post(provider, {
    grant_type: 'authorization_code',
    code: single(capture.params, 'code') ?? '',
    redirect_uri: own.callback,
    client_id: own.clientId,
    code_verifier: login.verifier,
  });
  const called = { grant: 'authorization_code', at: world.now(), status: answer.status } as const;
  const before = { ...capture, tokenCalls: [called] };
  const { token_type: tokenType } = JSON.parse(answer.body) as { token_type?: string };
  const response = await judgeCapture(before, [before], world);
  const verdicts = await judgeTokenResponse(await knownOf(before, answer, { own, provider, world }), answer);
  return {
    ...before,
    source: 'token_endpoint',
    tokens: tokensOf(answer),
    ...(tokenType !== undefined && { tokenType }),
    verdicts: [...response, ...verdicts],
  };
}

/** The verdicts on the answer to the refresh token of a capture. */
export async function refresh(capture: Capture, setting: Setting): Promise<Capture['verdicts']> {
  const refreshToken = capture.tokens.refresh_token ?? '';
  const answer = await post(setting.provider, { grant_type: 'refresh_token', refresh_token: refreshToken });
  return judgeRefresh(capture, answer, await knownOf(capture, answer, setting));
}

async function post({ fetch, endpoints }: Provider, form: Record<string, string>): Promise<Answer> {
  const response = await fetch(endpoints.token, { method: 'POST', body: new URLSearchParams(form) });
  const { status, headers } = response;
  return {
    status,
    contentType: headers.get('content-type') ?? '',
    cacheControl: headers.get('cache-control') ?? '',
    body: await response.text(),
  };
}

async function knownOf(capture: Capture, answer: Answer, { own, world }: Setting): Promise<Known> {
  const idToken = readStrictly(tokensOf(answer).id_token ?? '');
  const kid = idToken.kind === 'signed' ? idToken.header.get('kid') : undefined;
  const clientSecret = await world.clientSecret(own.id);
  return {
    capture,
    profile: own,
    profiles: [own],
    isStateSpent: false,
    ...(await fetchDocuments(own, typeof kid === 'string' ? [kid] : [], world)),
    ...(clientSecret !== undefined && { clientSecret }),
    at: world.now(),
  };
}

function tokensOf({ body }: Answer): Capture['tokens'] {
  const { id_token, access_token, refresh_token } = JSON.parse(body) as Capture['tokens']; // the provider's own names
  return {
    ...(id_token && { id_token }),
    ...(access_token && { access_token }),
    ...(refresh_token && { refresh_token }),
  };
}
