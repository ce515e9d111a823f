import type { Capture } from '../../../src/protocol/records.ts';
import { Note } from '../../parts/note.tsx';
import { Code, Text } from '../../parts/text.tsx';

/** What a person must know of how the answer was taken in, by the kind of the event. */
const words: Record<string, { heading: string; text?: string }> = {
  refused: { heading: 'Not all of the answer was kept' },
  ambiguous_profile: {
    heading: 'Several profiles have this callback',
    text: 'Nothing in the answer tells them apart, so it stands under one of them, and nothing is held against it. Sign in from here to be sure.',
  },
  empty_parameter: {
    heading: 'A parameter came without a value',
    text: 'It counts as absent (RFC 6749 section 3.1).',
  },
  not_utf8: {
    heading: 'A value is no UTF-8',
    text: 'What could not be read is shown as \uFFFD. The provider did not encode it as RFC 6749 appendix B says.',
  },
  leading_question_mark: {
    heading: 'The fragment begins with “?”',
    text: 'No specification knows that form. It was read without it, which your app may not do.',
  },
  two_places: {
    heading: 'A second answer stands in the address',
    text: 'One was read, and the two were not mixed. These parameters were left aside:',
  },
  refresh_token_in_address: {
    heading: 'A refresh token came in the address',
    text: 'No specification sends one there. It outlives the other tokens, and the history, logs and the Referer may keep it: revoke it.',
  },
  error_in_query: {
    heading: 'The error came in the query',
    text: 'The answers of this flow come in the fragment, errors too (RFC 6749 section 4.2.2.1). An app that reads the fragment alone does not see it.',
  },
  state_repeated: {
    heading: 'Another answer came with the same state',
    text: 'A state belongs to one answer (RFC 6749 section 10.12). The app sent it twice, or somebody put an answer in: trust neither before you know which.',
  },
  state_cancelled: {
    heading: 'It answers a sign-in that you cancelled',
    text: 'It came after you cancelled, and what the sign-in had sent was let go of by then. Sign in again for tokens that are checked in full.',
  },
  state_used: {
    heading: 'It answers a sign-in that was answered before',
    text: 'A sign-in is answered once (RFC 9700 section 4.2). This answer was replayed or forged, or the one before was: use neither of the two. Sign in again.',
  },
};

/** Of a code there is a note that says so too, and where the first answer is still held, its check. */
function isToldElsewhere({ params, verdicts }: Capture, kind: string): boolean {
  if (kind !== 'state_cancelled' && kind !== 'state_used') return false;
  return (
    params.some(([name]) => name === 'code') ||
    verdicts.some(({ check, result }) => check === 'state' && result === 'fail')
  );
}

/** What happened while the answer was taken in, as far as a person must know it. */
export function EventNotes({ capture }: { capture: Capture }) {
  const told = capture.events.filter(({ kind }) => Object.hasOwn(words, kind) && !isToldElsewhere(capture, kind));
  if (told.length === 0) return null;
  return (
    <div class="inset notes">
      {told.map(({ at, kind, detail }, index) => (
        <Note key={`${at} ${index}`} tone="warn" heading={words[kind]?.heading}>
          {words[kind]?.text && <p>{words[kind].text}</p>}
          {detail && <p>{kind === 'refused' ? <Text>{detail}</Text> : <Code>{detail}</Code>}</p>}
        </Note>
      ))}
    </div>
  );
}
