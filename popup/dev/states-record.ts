import type { Recording } from '../../src/protocol/records.ts';
import { loginLifetime } from '../../src/protocol/records.ts';
import { noon } from './sample.ts';
import type { State } from './states.ts';

const pool = 'https://claimcheck-demo.auth.us-east-1.amazoncognito.com';
const callback = 'http://localhost:3000/callback';
const begun: Recording = { startedAt: noon - 80_000, sites: [] };

function signIn(page: string, over: Record<string, string> = {}): string {
  const asked = { response_type: 'code', client_id: '5example6h1vq0m2n8kdc3r7', redirect_uri: callback };
  return `${page}?${new URLSearchParams({ ...asked, scope: 'openid profile email', ...over })}`;
}

const seen: Recording = { ...begun, signInUrl: signIn(`${pool}/login`) };
const named: Recording = { ...begun, sites: ['https://id.example.com/*'] };

/** The steps of watching a login, from the first press to the profile. */
export const recordStates: readonly State[] = [
  recording('page-record', undefined, { refused: ['webNavigation'] }),
  recording('page-record-begun', begun),
  recording('page-record-asleep', named, { inEffect: [] }),
  recording('page-record-seen', seen),
  recording('page-record-error', { ...seen, callback, brought: ['error', 'error_description', 'state'] }),
  recording('page-record-answered', {
    ...named,
    signInUrl: signIn('https://id.example.com/authorize', { response_mode: 'form_post' }),
    callback,
    brought: ['code', 'id_token', 'state'],
    source: 'form_post',
    issuer: 'https://id.example.com',
    endedAt: noon - 4000,
  }),
  recording('page-record-pushed', { ...named, signInUrl: 'https://id.example.com/authorize?client_id=orders-spa' }),
  recording('page-record-over', { ...begun, startedAt: noon - loginLifetime - 60_000, endedAt: noon - 60_000 }),
];

function recording(name: string, recorded: Recording | undefined, more: Partial<State> = {}): State {
  return {
    ...{ name, width: 'page', profiles: [], captures: [], route: '#profiles/new' },
    ...(recorded && { recording: recorded }),
    ...more,
  };
}
