import { useHost } from '../parts/host-context.ts';
import { Icon } from '../parts/icon.tsx';
import type { World } from '../state/world.ts';
import { Notices } from './lines/notices.tsx';

/** What the popup says before there is a profile. */
export function FirstRun({ world }: { world: World }) {
  const host = useHost();
  return (
    <>
      <main class="story">
        <Notices world={world} width="popup" problem={undefined} />
        <div>
          <h1>See what your login returns</h1>
          <p class="muted">Claimcheck waits at your callback URL, catches the tokens and explains them.</p>
        </div>
        <figure class="ticket">
          <code>
            http://localhost:3000/callback#<span data-part="2">id_token=eyJraWQiOiJuMFpB…</span>&amp;
            <span data-part="3">access_token=eyJraWQiOiI1…</span>
          </code>
          <figcaption>All it reads: the address, at the moment the login comes back.</figcaption>
        </figure>
        <ol class="steps">
          <li>
            <h2>Register a callback</h2>
            <p>
              The URL your app client already returns to. The browser will ask to “Read your browsing history”:
              Claimcheck is told only of addresses that equal a registered callback.
            </p>
          </li>
          <li>
            <h2>Sign in</h2>
            <p>In a normal tab, with your own passkeys and password manager.</p>
          </li>
          <li>
            <h2>Read the tokens</h2>
            <p>Each claim in plain words, and curl ready to copy.</p>
          </li>
        </ol>
        <div class="row">
          <button type="button" class="btn primary tall" onClick={() => host.openPage('page.html#profiles/new')}>
            Register a callback
          </button>
          <button type="button" class="btn tall" onClick={() => host.openPage('page.html#paste')}>
            Paste a token
          </button>
        </div>
      </main>
      <footer class="foot">
        <Icon name="lock" />
        <span>Tokens stay in this browser’s memory. Nothing is sent to us.</span>
      </footer>
    </>
  );
}
