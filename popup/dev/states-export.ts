import type { Capture } from '../../src/protocol/records.ts';
import { mint } from './mint.ts';
import { accessClaims, answer, capture, idClaims, noon, profile, staging, verdicts } from './sample.ts';
import type { State } from './states.ts';

const cut = (claims: Record<string, unknown>) => mint(claims).replace(/[^.]*$/, '‹signature 7f3a›');
const masked = { sub: '‹sub 51c2›', email: '‹email 0be1›', nonce: '‹nonce c4d8›' };

const { request: _, ...ofFile } = capture();
/** What the worker makes of a capture out of a redacted file. */
const imported: Capture = {
  ...ofFile,
  id: 'imported',
  startedHere: false,
  capturedAt: noon - 600_000,
  tokens: {
    id_token: cut({ ...idClaims(), ...masked, 'cognito:username': '‹claim 88aa›' }),
    access_token: cut({ ...accessClaims(), sub: masked.sub, username: '‹claim 88aa›' }),
    refresh_token: '‹token 19fe›',
  },
  verdicts: verdicts.map((verdict) => {
    const { check, token } = verdict;
    const why = ['signature', 'at_hash', 'implicit_access_token'].includes(check)
      ? 'It was imported, and its signature was cut. Import a full export to check it.'
      : ['state', 'nonce', 'csrf_binding', 'scope', 'mix_up'].includes(check)
        ? 'It was imported, and what its request carried is known from the file alone. Sign in from here to check it.'
        : undefined;
    return why === undefined
      ? verdict
      : { check, result: 'not_checked', ...(token && { token, from: 'front_channel' as const }), reason: why };
  }),
  events: [
    { at: noon - 600_000, kind: 'captured' },
    { at: noon - 30_000, kind: 'imported' },
  ],
  origin: 'imported',
};

const page: Pick<State, 'width' | 'profiles'> = { width: 'page', profiles: [profile, staging] };
const both = [
  capture({ userinfo: answer(), tokenType: 'Bearer' }),
  capture({
    id: 'earlier',
    capturedAt: noon - 900_000,
    tokens: { ...capture().tokens, refresh_token: 'opaque-refresh' },
  }),
];

export const exportStates: readonly State[] = [
  { ...page, name: 'page-export-menu', captures: both, opens: 'Export…' },
  { ...page, name: 'page-export-redacted', captures: both, opens: 'Export…', opensThen: 'JSON…' },
  { ...page, name: 'page-export-full', captures: both, opens: 'Export…', opensThen: 'Everything, tokens included…' },
  { ...page, name: 'page-imported', captures: [imported, ...both], route: '#captures/imported' },
  { name: 'popup-imported', width: 'popup', profiles: [profile], captures: [imported] },
];
