import type { Profile } from '../../src/protocol/records.ts';
import { profile } from './sample.ts';
import type { State } from './states.ts';

/** A profile with parameters that must not be handed on. */
const leaky: Profile = {
  ...profile,
  extraParams: [
    ['prompt', 'login'],
    ['client_secret', 'sample'],
    ['id_token_hint', 'sample'],
  ],
  apiBaseUrl: 'https://api.example.com/orders?api_key=sample',
};

/** What is said before a profile is shared that has something which stays here. */
export const shareStates: readonly State[] = [
  { name: 'page-profile-share', width: 'page', profiles: [leaky], captures: [], route: `#profiles/${leaky.id}` },
];
