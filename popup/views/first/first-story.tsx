import type { ComponentChildren, Ref } from 'preact';
import { FirstSteps } from './first-steps.tsx';
import { LookAtSample } from './look-at-sample.tsx';
import { Way } from './way.tsx';

type Props = {
  isPage: boolean;
  heading?: Ref<HTMLHeadingElement>;
  onMinted: (captureId: string) => void;
  /** What went wrong while nobody was looking. */
  children?: ComponentChildren;
};

/** What Claimcheck is for, and the two ways to begin: with one's own login, or with a sample. */
export function FirstStory({ isPage, heading, onMinted, children }: Props) {
  return (
    <div class={`story ${isPage ? 'first' : ''}`}>
      {children}
      <div>
        <h1 ref={heading ?? null} tabIndex={-1}>
          See what your login returns
        </h1>
        <p class="muted">Claimcheck waits at your callback URL, catches the tokens and explains them.</p>
      </div>
      <figure class="ticket">
        <code>
          http://localhost:3000/callback#<span data-part="2">id_token=eyJraWQiOiJuMFpB…</span>&amp;
          <span data-part="3">access_token=eyJraWQiOiI1…</span>
        </code>
        <figcaption>All it reads: the address, at the moment the login comes back.</figcaption>
      </figure>
      <FirstSteps />
      <div class="row">
        <Way to="profiles/new" isPage={isPage} class="btn primary tall">
          Register a callback
        </Way>
        <LookAtSample class="tall" onMinted={onMinted} />
        <Way to="paste" isPage={isPage} class="btn tall">
          Paste a token
        </Way>
      </div>
    </div>
  );
}
