// What happens at /oauth2/authorize: judge the request, see who is signed in, let oidc-provider issue, spell the answer.

import { randomUUID } from 'node:crypto';
import { judgeAuthorize } from './authorize-request.mjs';
import { callbackUrl, errorParameters, given, plainError } from './callback.mjs';
import { redirect, redirectToErrorPage } from './redirect.mjs';
import { reissueIdToken } from './tokens.mjs';

/** @typedef {import('./pool.mjs').Pool} Pool */
/** @typedef {import('./authorize-request.mjs').AcceptedRequest} AcceptedRequest */

/**
 * @param {Pool} pool
 * @returns {import('koa').Middleware}
 */
export function authorize(pool) {
  pool.provider.on('authorization.success', (ctx, out) => {
    ctx.state.issued = { ...out };
  });

  return async (ctx, next) => {
    if (ctx.path !== '/oauth2/authorize') return next();
    const judged = judgeAuthorize(new URLSearchParams(ctx.querystring), pool.clients, pool.settings);
    switch (judged.kind) {
      case 'errorPage':
        return redirectToErrorPage(ctx, judged);
      case 'emptyAnswer':
        ctx.status = 400;
        ctx.body = '';
        return;
      case 'callbackError':
        return redirect(
          ctx,
          callbackUrl(judged.redirectUri, errorParameters(judged, pool.settings), judged.inFragment),
        );
      case 'accepted':
        return answer(pool, judged, ctx, next);
    }
  };
}

/**
 * @param {Pool} pool
 * @param {AcceptedRequest} request
 * @param {import('koa').Context} ctx
 * @param {import('koa').Next} next
 */
async function answer(pool, request, ctx, next) {
  const { redirectUri, prompts, state } = request;
  const inFragment = request.responseType === 'token';
  const isSignedIn = (await pool.provider.Session.get(ctx)).accountId !== undefined;

  if (!ctx.state.justSignedIn) {
    if (prompts.has('none') && !isSignedIn) {
      return redirect(ctx, callbackUrl(redirectUri, plainError('login_required', state), inFragment));
    }
    if (!isSignedIn || prompts.has('login')) {
      pool.signIns.begin(ctx);
      return redirect(ctx, `/login?${ctx.querystring}`);
    }
  }

  ctx.state.openidAdded = inFragment && !request.scope.split(' ').includes('openid');
  ctx.querystring = libraryQuery(request).toString();
  await next();

  const { issued } = ctx.state;
  const parameters = issued ? answerParameters(pool, request, ctx.state) : plainError('server_error', state);
  const tail = pool.settings.federatedTail && !inFragment ? '#_=_' : '';
  redirect(ctx, callbackUrl(redirectUri, parameters, inFragment) + tail);
}

/**
 * The request as the library understands it: an ID token comes only with `id_token token`, a nonce and `openid`.
 * @param {AcceptedRequest} request
 */
function libraryQuery({ client, redirectUri, responseType, scope, nonce, codeChallenge }) {
  const isImplicit = responseType === 'token';
  const hasOpenid = scope.split(' ').includes('openid');
  const query = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUri,
    response_type: isImplicit ? 'id_token token' : 'code',
    scope: isImplicit && !hasOpenid ? `openid ${scope}` : scope,
  });
  if (isImplicit) query.set('nonce', nonce ?? randomUUID());
  else if (nonce && hasOpenid) query.set('nonce', nonce);
  if (codeChallenge) {
    query.set('code_challenge', codeChallenge);
    query.set('code_challenge_method', 'S256');
  }
  return query;
}

/**
 * @param {Pool} pool
 * @param {AcceptedRequest} request
 * @param {Record<string, any>} state What the library issued, and whether `openid` was only added for it.
 */
function answerParameters(pool, { state, nonce }, { issued, openidAdded }) {
  const idToken =
    issued.id_token && !openidAdded
      ? reissueIdToken(pool, issued.id_token, issued.access_token, { withoutNonce: nonce === undefined })
      : undefined;
  return given([
    ['code', issued.code],
    ['id_token', idToken],
    ['access_token', issued.access_token],
    ['expires_in', issued.expires_in?.toString()],
    ['token_type', issued.token_type],
    ['state', state],
  ]);
}
