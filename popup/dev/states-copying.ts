/** The states of “Copy as…”: its menu in each shell, of a token that is over, and of one that an export has cut. */
import type { Capture } from '../../src/protocol/records.ts';
import { mint } from './mint.ts';
import { accessClaims, capture, idClaims, noon, profile, staging, tokens } from './sample.ts';
import type { State } from './states.ts';

const opens = 'Copy as…';
const seconds = noon / 1000;
const expired = capture({
  capturedAt: noon - 72 * 60_000,
  tokens: { id_token: mint(idClaims(seconds - 72 * 60, 7200)), access_token: mint(accessClaims(seconds - 72 * 60)) },
  expiresAt: seconds - 720,
});
const cut = (token: string) => token.replace(/[^.]+$/, '‹cut›');
const redacted = capture({
  tokens: { id_token: cut(tokens.id_token), access_token: cut(tokens.access_token) },
  origin: 'imported',
});

function popup(name: string, captures: Capture[], more: Partial<State> = {}): State {
  const withApi = { ...profile, apiBaseUrl: 'http://localhost:5000/orders' };
  return { name, width: 'popup', profiles: [withApi, staging], captures, ...more };
}

export const copyingStates: readonly State[] = [
  popup('copy-as', [capture()], { opens }),
  popup('copy-as-access', [capture()], { opens, press: '2', settings: { copyFromEnv: true } }),
  popup('copy-as-cmd', [capture()], { opens, settings: { copyShell: 'cmd', copyFromEnv: true } }),
  popup('copy-as-percent', [capture()], {
    opens,
    settings: { copyShell: 'cmd' },
    profiles: [{ ...profile, apiBaseUrl: 'http://localhost:5000/orders?of=ada%20okafor' }, staging],
  }),
  popup('copy-as-redacted', [redacted], { opens }),
  popup('copy-as-no-api', [capture()], { opens, profiles: [profile, staging] }),
  { ...popup('page-copy-as', [capture()], { opens, route: '#captures' }), width: 'page' },
  { ...popup('page-copy-as-expired', [expired], { opens: 'Copy as and more', route: '#captures' }), width: 'page' },
];
