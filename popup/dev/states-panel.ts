import type { Capture } from '../../src/protocol/records.ts';
import { mint } from './mint.ts';
import { capture, idClaims, noon, profile, staging, tokens } from './sample.ts';
import type { State } from './states.ts';

const minute = 60_000;

function of(user: string, minutesAgo: number, more: Partial<Capture> = {}): Capture {
  const capturedAt = noon - minutesAgo * minute;
  const id_token = mint({ ...idClaims(capturedAt / 1000), 'cognito:username': user });
  return capture({ id: `${user}-${minutesAgo}`, capturedAt, tokens: { ...tokens, id_token }, ...more });
}

const refused = of('refused', 24, {
  tokens: {},
  verdicts: [],
  error: { error: 'invalid_scope', description: 'The scope was not registered.' },
});
const newest = capture();
const several = [newest, of('grace.abara', 17), refused];
const many = [newest, ...Array.from({ length: 70 }, (_, at) => of(`user-${at + 1}`, at + 5))];

/** The side panel, the pause in all three widths, and the list of shortcuts. */
export const panelStates: readonly State[] = [
  { name: 'panel-empty', width: 'panel', profiles: [], captures: [] },
  panel('panel-nothing-yet', []),
  panel('panel-captured', several),
  panel('panel-refused', [{ ...refused, id: 'newest', capturedAt: noon - minute }, ...several.slice(1)]),
  panel('panel-many', many),
  panel('panel-paused', several, { isPaused: true }),
  panel('panel-not-allowed', several, { refused: ['webNavigation'] }),
  panel('panel-private', several, { privateCaptures: [of('kit.private', 2)], isPrivate: true }),
  { ...panel('paused', [newest]), width: 'popup', isPaused: true },
  { ...panel('page-paused', several), width: 'page', route: '#captures', isPaused: true },
  { ...panel('shortcuts', [newest]), width: 'popup', press: '?' },
  { ...panel('page-shortcuts', several), width: 'page', route: '#captures', press: '?' },
];

function panel(name: string, captures: Capture[], more: Partial<State> = {}): State {
  return { name, width: 'panel', profiles: [profile, staging], captures, ...more };
}
