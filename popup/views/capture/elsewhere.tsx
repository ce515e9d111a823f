import { useEffect, useState } from 'preact/hooks';
import { type Capture, type CleanUp, cleanUps } from '../../../src/protocol/records.ts';
import type { Width } from '../../host.ts';
import { Button } from '../../parts/button.tsx';
import { useHost } from '../../parts/host-context.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { Text } from '../../parts/text.tsx';
import { useAllow } from '../../parts/use-allow.ts';
import { type Cleaned, cleaningNeed, findCleaned, placeOf } from '../../state/capture/elsewhere.ts';
import { promptLines } from '../../state/profile/profile-grants.ts';
import { hashOf } from '../../state/route.ts';
import { clockTime } from '../../state/time-words.ts';

type Props = { capture: Capture; isPrivate: boolean; width: Width; now: number };

/** Where the browser keeps the answer besides, and how it is taken away there. */
export function Elsewhere(props: Props) {
  const { capture, isPrivate } = props;
  const place = placeOf(capture, useKeepsRedirects());
  // a private window writes no history
  if (!place || (place === 'redirect' && isPrivate)) return null;
  const places = cleanUps.filter((what) => (what === 'history' ? !isPrivate : place === 'address'));
  const isClean = places.every((what) => findCleaned(capture, what)?.isDone);
  return (
    <section aria-labelledby="elsewhere-h">
      <div class="head ruled">
        <h2 id="elsewhere-h">Where else the answer is</h2>
      </div>
      {place === 'form' ? (
        <p class="aside">
          It came in the body of a form, so neither the browser’s history nor the tab’s address holds it. Your app’s
          server got it.
        </p>
      ) : (
        <>
          {!isClean && (
            <p class="aside">
              {keptWords[place === 'redirect' ? place : isPrivate ? 'privately' : 'address'](heldWords(capture))}
            </p>
          )}
          <ul class="checks ruled">
            {places.map((what) => (
              <Place {...props} what={what} key={what} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const keptWords = {
  address: (held: string) =>
    `The browser keeps the whole callback address, ${held} included, in its history and in the tab’s address and back list.`,
  privately: (held: string) =>
    `A private window writes no history. Until it is closed, the tab’s address and back list hold the whole callback address, ${held} included.`,
  redirect: (held: string) =>
    `Nothing of it is in the tab’s address, the back list or the list of the history. The browser still wrote the whole callback address, ${held} included, into its history file on disk, where extensions that may read the history can find it by its exact address.`,
};

/** What of the answer is worth something to a finder. */
function heldWords({ params }: Capture): string {
  const hasToken = params.some(([name]) => name.endsWith('_token'));
  return !hasToken && params.some(([name]) => name === 'code') ? 'the code' : 'the tokens';
}

/** False until the browser is known. */
function useKeepsRedirects(): boolean {
  const host = useHost();
  const [isKeeping, setKeeping] = useState(false);
  useEffect(() => {
    void host.where().then(({ keepsRedirects }) => setKeeping(keepsRedirects));
  }, [host]);
  return isKeeping;
}

type PlaceWords = {
  name: string;
  icon: IconName;
  button: string;
  why: (held: string) => string;
  done: string;
  notDone: string;
};

const words: Record<CleanUp, PlaceWords> = {
  history: {
    name: 'The browser’s history',
    icon: 'bin',
    button: 'Delete from the history',
    why: () => 'The entry stays on disk, and may be synchronized, until it is deleted.',
    done: 'Deleted from the history at',
    notDone: 'No entry was found in the history',
  },
  address: {
    name: 'The tab’s address',
    icon: 'x',
    button: 'Take out of the address',
    why: (held) => `Who sees or copies the address has ${held}.`,
    done: 'Taken out of the address at',
    notDone:
      'The address could not be changed: the tab shows the browser’s own error page, or is closed. Close the tab.',
  },
};

function Place({ capture, width, now, what }: Props & { what: CleanUp }) {
  const host = useHost();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { grant, unless } = cleaningNeed(capture, what);
  const path = `page.html${hashOf({ view: 'captures', id: capture.id })}`;
  const { isGranted, ask } = useAllow(grant, { width, path });
  const cleaned = findCleaned(capture, what);
  const { name, icon, button, why } = words[what];
  const clean = async () => {
    setProblem('');
    // nothing may be awaited before the browser is asked
    if (!(await ask())) return width === 'page' && setProblem('The browser did not allow it.');
    setBusy(true);
    const outcome = await host
      .send({ type: 'cleanUp', captureId: capture.id, what })
      .catch(() => ({ ok: false as const, reason: 'The extension did not answer. Reload it, then try again.' }));
    setBusy(false);
    if (!outcome.ok) setProblem(outcome.reason);
  };
  return (
    <li data-tone={cleaned?.isDone ? 'pass' : 'skip'}>
      <Icon name={cleaned?.isDone ? 'pass' : 'info'} />
      <span>{name}</span>
      {!cleaned?.isDone && (
        <p>
          {unless ?? why(heldWords(capture))}
          {isGranted === false && unless === undefined && ` The browser will ask for “${promptLines(grant).join()}”.`}
        </p>
      )}
      <p role="status">{problem ? <Text>{problem}</Text> : cleaned && outcomeWords(capture, what, cleaned, now)}</p>
      {!cleaned?.isDone && (
        <div class="row">
          <Button class="small" busy={isBusy} unless={unless} onPress={() => void clean()}>
            <Icon name={isBusy ? 'again' : icon} />
            {button}
          </Button>
        </div>
      )}
    </li>
  );
}

function outcomeWords({ intercepted }: Capture, what: CleanUp, { at, isDone }: Cleaned, now: number): string {
  const { done, notDone } = words[what];
  if (isDone) return `${done} ${clockTime(at, now)}.`;
  // how the answer was encoded is not kept, so that its address may be another than those that were tried
  if (intercepted)
    return 'No entry was found for the address put together from the answer. To be sure, clear the browser’s history of that time.';
  return what === 'history' ? `${notDone} at ${clockTime(at, now)}.` : notDone;
}
