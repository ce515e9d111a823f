/**
 * The records: what is stored, watched by the popup and written by export.
 * A public contract, versioned by `schemaVersion`; docs/records.md explains it field by field.
 * Longer than most files because the contract is read best in one piece.
 */
import * as v from 'valibot';

/** Version of the records below, kept in `storage.local.schema`. */
export const schemaVersion = 1;

const milliseconds = v.pipe(v.number(), v.finite());
const seconds = v.pipe(v.number(), v.finite());
const pairs = v.array(v.tuple([v.string(), v.string()]));

export const responseModes = ['query', 'fragment', 'form_post'] as const;
/** What can be cleaned up after an answer: the entry in the browser's history, the answer in the tab's address. */
export const cleanUps = ['history', 'address'] as const;
export type CleanUp = (typeof cleanUps)[number];
export const clientAuthMethods = ['none', 'client_secret_basic', 'client_secret_post'] as const;

export const profileSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.string(),
  provider: v.picklist(['cognito', 'oidc']),
  issuer: v.exactOptional(v.string()),
  endpoints: v.object({
    authorization: v.string(),
    token: v.exactOptional(v.string()),
    userinfo: v.exactOptional(v.string()),
    revocation: v.exactOptional(v.string()),
    endSession: v.exactOptional(v.string()),
    jwks: v.exactOptional(v.string()),
  }),
  metadata: v.exactOptional(v.object({ fetchedAt: milliseconds, document: v.record(v.string(), v.unknown()) })),
  clientId: v.string(),
  clientAuth: v.picklist(clientAuthMethods),
  callback: v.string(),
  logoutUri: v.exactOptional(v.string()),
  responseType: v.string(),
  responseMode: v.exactOptional(v.picklist(responseModes)),
  scopes: v.array(v.string()),
  extraParams: pairs,
  intercept: v.boolean(),
  watchRequests: v.boolean(),
  cleanUp: v.exactOptional(v.array(v.picklist(cleanUps))),
  anyLoopbackPort: v.exactOptional(v.boolean()),
  idTokenAlgs: v.exactOptional(v.array(v.string())),
  clockSkew: v.exactOptional(v.pipe(seconds, v.minValue(0), v.maxValue(300))),
  iatWindow: v.exactOptional(seconds),
  /** The issuer was taken from a token, by an explicit act of the person: trusted on first use. */
  trustedOnFirstUse: v.exactOptional(v.object({ issuer: v.string(), at: milliseconds })),
  apiBaseUrl: v.exactOptional(v.string()),
  cognito: v.exactOptional(
    v.object({
      domain: v.string(),
      region: v.exactOptional(v.string()),
      userPoolId: v.exactOptional(v.string()),
    }),
  ),
});

/** One registered callback: where to sign in, as which client, and where the login comes back. Holds no secret. */
export type Profile = v.InferOutput<typeof profileSchema>;

export const tokenNames = ['id_token', 'access_token', 'refresh_token'] as const;
/** The names under which a token stands in an answer (RFC 6749 section 5.1, OpenID Connect Core section 3.2.2.5). */
export type TokenName = (typeof tokenNames)[number];

export const severities = ['blocking', 'warning', 'info'] as const;
/** What a failure means: `blocking` turns the whole answer red, `warning` is shown, `info` is only told. */
export type Severity = (typeof severities)[number];

export const verdictSchema = v.object({
  check: v.string(),
  result: v.picklist(['pass', 'fail', 'not_checked']),
  /** Only where it differs from that of the check (protocol/checks.ts). */
  severity: v.exactOptional(v.picklist(severities)),
  /** What it is about. `code`: a call that handed it in brought nothing, which says nothing of tokens that came beside it. */
  token: v.exactOptional(v.picklist([...tokenNames, 'userinfo', 'code'])),
  from: v.exactOptional(v.picklist(['front_channel', 'token_endpoint'])),
  reason: v.exactOptional(v.string()),
  expected: v.exactOptional(v.string()),
  actual: v.exactOptional(v.string()),
});

/** What one check said. A pass holds check, result, token and from alone. */
export type Verdict = v.InferOutput<typeof verdictSchema>;

/** Why a call to userInfo brought no answer that could be shown. */
export const userinfoFailures = [
  'blocked_scheme',
  'offline',
  'unreachable',
  'timeout',
  'redirect',
  'too_large',
  'interrupted',
] as const;

export const grants = ['authorization_code', 'refresh_token', 'client_credentials'] as const;
/** What was handed in at the token endpoint (RFC 6749 sections 4.1.3, 4.4.2 and 6). */
export type Grant = (typeof grants)[number];

/**
 * Why a call to the token endpoint brought no tokens. `refused`: it answered with an error or with something that is no
 * token answer. `interrupted`: the worker ended meanwhile, so that it is not known what the provider did.
 */
export const tokenFailures = ['refused', ...userinfoFailures] as const;

/** Why it is not known what came of a revocation. `page`: a web page answered in place of the endpoint. */
export const revocationFailures = [...userinfoFailures, 'page'] as const;

const tokensSchema = v.object({
  id_token: v.exactOptional(v.string()),
  access_token: v.exactOptional(v.string()),
  refresh_token: v.exactOptional(v.string()),
});

/** Tokens, and what came with them. `expiresAt` in seconds. */
const tokenSetEntries = {
  tokens: tokensSchema,
  tokenType: v.exactOptional(v.string()),
  scope: v.exactOptional(v.string()),
  expiresAt: v.exactOptional(seconds),
};

/** An answer of the token endpoint as it came. In `body` each token's value is '': it stands once, in `tokens`. */
const tokenEndpointEntries = {
  grant: v.picklist(grants),
  at: milliseconds,
  status: v.number(),
  durationMs: v.exactOptional(v.number()),
  contentType: v.exactOptional(v.string()),
  cacheControl: v.exactOptional(v.string()),
  body: v.string(),
  /** The origin that answered. */
  endpoint: v.exactOptional(v.string()),
};

/** What a request asked for. `authTime`: the claim was asked for as essential. `pkce`: with which method. */
const requestEntries = {
  responseType: v.string(),
  scopes: v.array(v.string()),
  redirectUri: v.string(),
  maxAge: v.exactOptional(seconds),
  acr: v.exactOptional(v.string()),
  authTime: v.exactOptional(v.literal(true)),
  pkce: v.exactOptional(v.picklist(['S256'])),
  /** `none`: the provider was not to show a page (OpenID Connect Core section 3.1.2.1). */
  prompt: v.exactOptional(v.string()),
};

export const captureSchema = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  profileId: v.string(),
  capturedAt: milliseconds,
  startedHere: v.boolean(),
  source: v.picklist(['fragment', 'query', 'form_post', 'token_endpoint']),
  callback: v.string(),
  frame: v.picklist(['main', 'sub']),
  params: pairs,
  ...tokenSetEntries,
  error: v.exactOptional(
    v.object({ error: v.string(), description: v.exactOptional(v.string()), uri: v.exactOptional(v.string()) }),
  ),
  /** What the request of a login started here carried. */
  request: v.exactOptional(
    v.object({ ...requestEntries, state: v.exactOptional(v.string()), nonce: v.exactOptional(v.string()) }),
  ),
  /** The client of the profile when it came, and where it asks: its tokens go to no other, whatever the profile says since. */
  client: v.exactOptional(v.object({ clientId: v.string(), authorization: v.string() })),
  judgedAt: v.exactOptional(milliseconds),
  verdicts: v.array(verdictSchema),
  /** `hadAccess`: the browser would have let us read the answer whatever the provider allows. */
  tokenCalls: v.array(
    v.object({
      grant: v.picklist(grants),
      at: milliseconds,
      status: v.number(),
      hadAccess: v.exactOptional(v.literal(true)),
    }),
  ),
  /** A call to the token endpoint that was sent and has not ended. */
  tokenCall: v.exactOptional(v.object({ grant: v.picklist(grants), sentAt: milliseconds })),
  /** The last answer of the token endpoint that brought tokens: those in `tokens`. */
  tokenAnswer: v.exactOptional(v.object(tokenEndpointEntries)),
  /** The last call to the token endpoint, where it brought none. `retryAfter` in seconds. */
  tokenFailure: v.exactOptional(
    v.object({
      ...tokenEndpointEntries,
      status: v.exactOptional(v.number()),
      body: v.exactOptional(v.string()),
      kind: v.picklist(tokenFailures),
      error: v.exactOptional(v.string()),
      description: v.exactOptional(v.string()),
      retryAfter: v.exactOptional(seconds),
    }),
  ),
  /** What came through the front channel, where the token endpoint has brought others since. */
  frontChannel: v.exactOptional(v.object(tokenSetEntries)),
  /** The tokens before the last refresh. */
  replaced: v.exactOptional(v.object({ ...tokenSetEntries, at: milliseconds })),
  /** The ID token that the code brought, and the scope of the login, where a refresh has brought others since. */
  original: v.exactOptional(v.object({ id_token: v.exactOptional(v.string()), scope: v.exactOptional(v.string()) })),
  /** When the ID token that is held came, where a refresh since brought none. */
  idTokenAt: v.exactOptional(milliseconds),
  /** The refresh token is of no use any more: the provider refused it, or it was revoked. */
  deadRefreshToken: v.exactOptional(v.object({ at: milliseconds, why: v.picklist(['invalid_grant', 'revoked']) })),
  /** The access token was revoked. */
  deadAccessToken: v.exactOptional(v.object({ at: milliseconds })),
  /** A refresh was sent of which it is not known what the provider did; no refresh has brought tokens since. */
  lostRefresh: v.exactOptional(v.object({ at: milliseconds })),
  /** The last revocation (RFC 7009) and what came of it: a status, or why there was no answer. */
  revocation: v.exactOptional(
    v.object({
      token: v.picklist(['access_token', 'refresh_token']),
      at: milliseconds,
      status: v.exactOptional(v.number()),
      kind: v.exactOptional(v.picklist(revocationFailures)),
      error: v.exactOptional(v.string()),
      description: v.exactOptional(v.string()),
    }),
  ),
  userinfo: v.exactOptional(
    v.object({
      status: v.number(),
      body: v.string(),
      at: milliseconds,
      durationMs: v.exactOptional(v.number()),
      contentType: v.exactOptional(v.string()),
      wwwAuthenticate: v.exactOptional(v.string()),
    }),
  ),
  userinfoFailure: v.exactOptional(
    v.object({ kind: v.picklist(userinfoFailures), at: milliseconds, detail: v.exactOptional(v.string()) }),
  ),
  /** When a call to userInfo was sent that has not ended. */
  userinfoSentAt: v.exactOptional(milliseconds),
  replays: v.array(v.object({ at: milliseconds })),
  events: v.array(v.object({ at: milliseconds, kind: v.string(), detail: v.exactOptional(v.string()) })),
  pinned: v.exactOptional(v.literal(true)),
  /** A renewal through the provider's session, in a tab behind. */
  silent: v.exactOptional(v.literal(true)),
  intercepted: v.exactOptional(v.literal(true)),
  origin: v.exactOptional(v.picklist(['imported', 'sample', 'pasted'])),
  /** The public keys that a sample is checked with: no issuer publishes them. */
  sampleKeys: v.exactOptional(v.array(v.record(v.string(), v.unknown()))),
});

/** One login. Exchange and refresh change the same record, atomically. */
export type Capture = v.InferOutput<typeof captureSchema>;

/** How far an intercepted login is: `wanted` until the rule stands, `refused` when the browser would not have it. */
export const interceptStates = ['wanted', 'ready', 'refused'] as const;

export const pendingLoginSchema = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  profileId: v.string(),
  startedAt: milliseconds,
  authorizeUrl: v.string(),
  request: v.object(requestEntries),
  tabId: v.exactOptional(v.number()),
  isPrivate: v.exactOptional(v.literal(true)),
  /** A renewal through the provider's session: its tab is opened behind, and closed once the answer is there. */
  silent: v.exactOptional(v.literal(true)),
  /** The client and where it asks, as the profile had them: no other is handed the code. */
  client: v.exactOptional(
    v.object({
      clientId: v.string(),
      authorization: v.string(),
      issuer: v.exactOptional(v.string()),
      token: v.exactOptional(v.string()),
    }),
  ),
  /** Of a profile that intercepts: `ready` once the browser keeps the answer from the app, else why it does not. */
  intercept: v.exactOptional(v.picklist(interceptStates)),
  /** The provider's pages that its tab was seen on: origin and path, without what may be secret. */
  pages: v.exactOptional(v.array(v.object({ at: milliseconds, page: v.string() }))),
  captureIds: v.array(v.string()),
  ended: v.boolean(),
});

/** A login started here that has not ended, or whose answer is not judged or code not exchanged yet. Kept ten minutes at most. */
export type PendingLogin = v.InferOutput<typeof pendingLoginSchema>;

/** Whether a capture is an error that the provider showed on its own page: the login never reached the callback. */
export function isFromErrorPage({ events }: Pick<Capture, 'events'>): boolean {
  return events.some(({ kind }) => kind === 'provider_error_page');
}

/** `posix`: sh, dash, bash, zsh; `pwsh`: PowerShell 7; `powershell`: Windows PowerShell 5.1; `cmd`: the Windows command prompt. */
export const shells = ['posix', 'pwsh', 'powershell', 'cmd'] as const;
export type Shell = (typeof shells)[number];

/** What a person has chosen about keeping, renewing and keys. A member that is missing stands as `defaultSettings` has it. */
export const settingsSchema = v.object({
  /** "Fresh token" copies what is good for longer than this, in minutes. */
  freshMinutes: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  /** A capture goes this long after its tokens expire, in minutes; null: with the browser. */
  graceMinutes: v.exactOptional(v.nullable(v.pipe(v.number(), v.minValue(0)))),
  purgeOnLock: v.exactOptional(v.boolean()),
  /** The clipboard is cleared after this time if it still holds what was copied, in seconds; 0: it is left alone. */
  clearClipboardAfter: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  /** Profiles, never tokens, go along with the browser's own sync. */
  syncProfiles: v.exactOptional(v.boolean()),
  /** Keys without a modifier press the face's buttons (WCAG 2.1.4). */
  singleKeys: v.exactOptional(v.boolean()),
  /** The shell that copied commands are written for. */
  copyShell: v.exactOptional(v.picklist(shells)),
  /** Copied commands read the token from an environment variable. */
  copyFromEnv: v.exactOptional(v.boolean()),
});

export type Settings = Required<v.InferOutput<typeof settingsSchema>>;

export const defaultSettings: Settings = {
  freshMinutes: 5,
  graceMinutes: 480,
  purgeOnLock: false,
  clearClipboardAfter: 0,
  syncProfiles: false,
  singleKeys: true,
  copyShell: 'posix',
  copyFromEnv: false,
};

/**
 * The way by which "Fresh token" got one: it was still good, by refresh, by the provider's session, by a sign-in, or for the
 * client itself (client credentials, RFC 6749 section 4.4).
 */
export const freshWays = ['still_good', 'refreshed', 'silent', 'interactive', 'client'] as const;
export type FreshWay = (typeof freshWays)[number];

export const freshSchema = v.object({
  profileId: v.string(),
  askedAt: milliseconds,
  /** `ready`: the token stands in the capture `captureId`; `copied`: and lies on the clipboard. */
  step: v.picklist(['looking', 'refreshing', 'renewing', 'signing_in', 'ready', 'copied', 'failed']),
  way: v.exactOptional(v.picklist(freshWays)),
  captureId: v.exactOptional(v.string()),
  /** The login under way, by its state. */
  login: v.exactOptional(v.string()),
  /** Why it failed, or why a shorter way was left: words for the person. */
  reason: v.exactOptional(v.string()),
  isPrivate: v.exactOptional(v.literal(true)),
});

/** How far "Fresh token" is, so that any of our pages can say so. Holds no token. */
export type Fresh = v.InferOutput<typeof freshSchema>;

/** A login of the user's own app that is being watched so that a profile can be made from it. */
export const recordingSchema = v.object({
  startedAt: milliseconds,
  /** The sites the person named, as match patterns: there every request is watched. None: navigations alone. */
  sites: v.array(v.string()),
  /** The authorization request that was seen, without state and nonce. */
  signInUrl: v.exactOptional(v.string()),
  /** Where its answer came, without the answer, and the names of what it brought. */
  callback: v.exactOptional(v.string()),
  brought: v.exactOptional(v.array(v.string())),
  /** How the answer came. */
  source: v.exactOptional(v.picklist(['fragment', 'query', 'form_post'])),
  /** The issuer that the answer named: taken by an explicit act, never trusted otherwise. */
  issuer: v.exactOptional(v.string()),
  endedAt: v.exactOptional(milliseconds),
  /** What it asked the browser for is given back. */
  isGivenBack: v.exactOptional(v.literal(true)),
});

export type Recording = v.InferOutput<typeof recordingSchema>;

/** What the extension itself asks a provider for. A sign-in and a sign-out are pages that the browser opens. */
export const purposes = ['discovery', 'keys', 'userinfo', 'code', 'refresh', 'client_token', 'revocation'] as const;
export type Purpose = (typeof purposes)[number];

export const sentRequestSchema = v.object({
  /** When it was sent, in ms. */
  at: milliseconds,
  method: v.picklist(['GET', 'POST']),
  /** The origin alone: an address may hold more. */
  origin: v.string(),
  purpose: v.picklist(purposes),
  /** Of its answer; absent where there was none. */
  status: v.exactOptional(v.number()),
  /** Why there was no answer that could be read. */
  failure: v.exactOptional(v.picklist(userinfoFailures)),
  durationMs: v.exactOptional(v.number()),
});

/** One request that the extension sent in this run of the browser. Holds no token. */
export type SentRequest = v.InferOutput<typeof sentRequestSchema>;

/** A client secret that outlives the browser: AES-256-GCM under a key from a passphrase (PBKDF2, SHA-256). All base64url. */
export const keptSecretSchema = v.object({
  version: v.literal(1),
  iterations: v.number(),
  salt: v.string(),
  iv: v.string(),
  data: v.string(),
});

export type KeptSecret = v.InferOutput<typeof keptSecretSchema>;

/** Ten minutes, in milliseconds: how long a login started here may take. */
export const loginLifetime = 600_000;
