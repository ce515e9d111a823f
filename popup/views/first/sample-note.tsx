import { Note } from '../../parts/note.tsx';
import { Way } from './way.tsx';

type Props = { hasProfile: boolean; isPage: boolean };

/** That nobody signed in for what is shown, and how one's own login comes here. */
export function SampleNote({ hasProfile, isPage }: Props) {
  return (
    <div class="notices">
      <Note tone="skip" heading="This is a sample: nobody signed in">
        <p>
          It was minted in this browser and is checked like any other. Nothing of it is sent anywhere.{' '}
          {hasProfile
            ? 'Sign in, and your own login takes its place.'
            : 'To see your own login, register its callback.'}
        </p>
        {!hasProfile && (
          <div class="row">
            <Way to="profiles/new" isPage={isPage} class="btn primary small">
              Register a callback
            </Way>
          </div>
        )}
      </Note>
    </div>
  );
}
