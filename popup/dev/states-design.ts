import { answer, capture, noon, profile, staging } from './sample.ts';
import type { State } from './states.ts';

const stopped = capture({
  id: 'stopped',
  capturedAt: noon - 3000,
  source: 'query',
  tokens: {},
  params: [['error', 'redirect_mismatch']],
  error: { error: 'redirect_mismatch' },
  events: [{ at: noon - 3000, kind: 'provider_error_page' }],
  verdicts: [],
});

function popup(name: string, more: Partial<State>): State {
  return { name, width: 'popup', profiles: [profile, staging], captures: [capture()], ...more };
}

function page(name: string, route: string, more: Partial<State>): State {
  return { name, width: 'page', profiles: [profile, staging], captures: [], route, ...more };
}

const rawFold = `Raw token${(capture().tokens.id_token ?? '').length.toLocaleString('en')} characters, signature hidden`;
const opaque = 'ya29.an-opaque-access-token-of-no-known-form';

/** What a person makes of a state with a press: menus, what is copied, unfolded, filtered away. */
export const designStates: readonly State[] = [
  popup('menu-profiles', { opens: 'Profileclaimcheck-demoCognito, implicit' }),
  popup('menu-sign-in', { opens: 'More ways to sign in' }),
  popup('copied', { press: 'c' }),
  popup('claims-filtered', { press: '/', types: 'email' }),
  popup('claims-no-match', { press: '/', types: 'xyz' }),
  popup('value-unfolded', { focuses: 'Copy iss' }),
  popup('value-time', { focuses: 'Copy exp' }),
  popup('raw-shown', { opens: 'Show signature' }),
  { ...popup('panel-raw-masked', { opens: rawFold }), width: 'panel' },
  { ...popup('panel-raw-shown', { opens: rawFold, opensThen: 'Show signature' }), width: 'panel' },
  popup('raw-opaque', { captures: [capture({ tokens: { access_token: opaque } })] }),
  popup('says-why', {
    profiles: [{ ...profile, endpoints: { authorization: profile.endpoints.authorization } }],
    focuses: 'Call userInfo',
  }),
  popup('forget-asked', { opens: 'Forget now' }),
  popup('exact-copied', { captures: [stopped], opens: 'Copy' }),
  page('page-capture', '#captures', { captures: [capture({ userinfo: answer() })] }),
  page('page-profile-asking', '#profiles/staging', { isSilent: true, opens: 'Fill from discovery' }),
  page('page-profile-unanswered', '#profiles/staging', { opens: 'Fill from discovery' }),
  page('page-profile-faults', '#profiles/new', { profiles: [], opens: 'Save and sign in' }),
  page('page-profile-managed', '#profiles/staging', { profiles: [profile], managed: [staging] }),
  page('page-profile-changed', '#profiles/demo', { opens: 'Remove scope email' }),
];
