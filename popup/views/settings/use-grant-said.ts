import { useEffect, useRef, useState } from 'preact/hooks';
import type { Grants } from '../../state/settings/trust-grants.ts';
import { grantId } from './grant-row.tsx';

type Act = { name: string; what: string; wasGranted: boolean };

/**
 * What is said of the last permission or site that was given back or allowed. The button that did it goes with that: another
 * one in its row takes the focus, or the heading where the row is gone too.
 */
export function useGrantSaid(grants: Grants | undefined) {
  const [said, setSaid] = useState('');
  const acted = useRef<Act | undefined>(undefined);
  useEffect(() => {
    const act = acted.current;
    if (!act || isGranted(grants, act.name) === act.wasGranted) return;
    acted.current = undefined;
    setSaid(`${act.wasGranted ? 'Given back' : 'Allowed'}: ${act.what}.`);
    if (document.activeElement && document.activeElement !== document.body) return;
    const row = document.getElementById(grantId(act.what));
    (row?.querySelector('button') ?? document.getElementById('grants-h'))?.focus();
  }, [grants]);
  return {
    said,
    /** Called before the browser is asked. */
    begin(name: string, what: string) {
      setSaid('');
      acted.current = { name, what, wasGranted: isGranted(grants, name) };
    },
    fail(words: string) {
      setSaid(words);
      acted.current = undefined;
    },
  };
}

function isGranted(grants: Grants | undefined, name: string): boolean {
  return grants !== undefined && [...grants.granted.permissions, ...grants.granted.origins].includes(name);
}
