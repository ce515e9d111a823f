import { type CleanUp, cleanUps } from '../../src/protocol/records.ts';
import { Choice } from '../parts/choice.tsx';
import { type Form, inputId } from './form.ts';

/** What Claimcheck does when the login comes back, beside reading the address in which it ends. */
export function ReturnGroup({ form }: { form: Form }) {
  const { draft } = form;
  const setCleanUp = (what: CleanUp, isOn: boolean) =>
    form.edit('cleanUp', { cleanUp: cleanUps.filter((one) => (one === what ? isOn : draft.cleanUp.includes(one))) });
  return (
    <fieldset class="group">
      <legend>When the login comes back</legend>
      <div class="choices">
        <Choice
          id={inputId('watchRequests')}
          label="Watch requests too"
          isOn={draft.watchRequests}
          onChange={(watchRequests) => form.edit('watchRequests', { watchRequests })}
          why={
            <>
              Needed where the answer comes as a form (<code>form_post</code>), where the callback itself redirects on,
              or for an app’s own scheme. Needs access to the callback’s host; for an app’s own scheme, to the
              provider’s.
            </>
          }
          price="Price: while it is granted, the browser hands every request of every page to its extensions. Pages with many requests take about 12 % longer."
        />
        <Choice
          id={inputId('intercept')}
          label="End sign-ins inside Claimcheck"
          isOn={draft.intercept}
          onChange={(intercept) => form.edit('intercept', { intercept })}
          why="A sign-in that starts here ends here: the app and its server never see the answer, and nothing of it stays in the address, the back list or the list of the history. Chromium still writes the address into its history file on disk; with “Delete the callback from the history after each capture” it is deleted there too. Needs access to the callback’s host."
          price="Price: the same, as it watches requests too. The app itself is not signed in."
        />
        <Choice
          id={`${inputId('cleanUp')}-history`}
          label="Delete the callback from the history after each capture"
          isOn={draft.cleanUp.includes('history')}
          onChange={(isOn) => setCleanUp('history', isOn)}
          why="Without it the address with the answer in it stays in the browser’s history, on disk."
          price="Price: the browser asks for “Read and change your browsing history on all your signed-in devices”, which is more than this one entry."
        />
        <Choice
          id={`${inputId('cleanUp')}-address`}
          label="Take the answer out of the tab’s address after each capture"
          isOn={draft.cleanUp.includes('address')}
          onChange={(isOn) => setCleanUp('address', isOn)}
          why={
            <>
              So that it is not copied, bookmarked or seen with the address. Needs <code>scripting</code> and access to
              the callback’s host.
            </>
          }
          price="Price: the app under test may still want to read it there, and may break."
        />
      </div>
    </fieldset>
  );
}
