import type { Capture, Profile } from '../../src/protocol/records.ts';
import { decodeToken } from '../../src/protocol/token.ts';
import { Note } from '../parts/note.tsx';
import { Code } from '../parts/text.tsx';
import { safeLines } from '../state/safe-text.ts';
import type { UserinfoAnswer } from '../state/userinfo-answer.ts';
import { compareUserinfo } from '../state/userinfo-compare.ts';
import { UserinfoTable } from './userinfo-table.tsx';

type Props = { answer: UserinfoAnswer; capture: Capture; profile: Profile | undefined; now: number };

/** More of a body than this is not put on the page; copying gives all of it. */
const longest = 4000;

const textHeadings = {
  empty: 'The answer is empty',
  not_json: 'The answer is no JSON',
  not_object: 'The answer is JSON, but no object',
};

export function UserinfoAnswerView({ answer, capture, profile, now }: Props) {
  switch (answer.kind) {
    case 'claims':
      return <Compared answer={answer} capture={capture} profile={profile} now={now} />;
    case 'text':
      return (
        <div class="inset last notes">
          <Note tone="warn" level={3} heading={textHeadings[answer.why]}>
            <p>
              {answer.why === 'empty'
                ? 'userInfo answers with a JSON object. Nothing came: check the userInfo endpoint of the profile.'
                : 'userInfo answers with a JSON object. A page instead often means a wrong address or a login page in front of it: check the userInfo endpoint of the profile.'}
            </p>
          </Note>
          {answer.why !== 'empty' && <Body text={answer.body} />}
        </div>
      );
    case 'refused':
      return (
        <div class="inset last notes">
          <Note tone="fail" level={3} heading={answer.heading}>
            {answer.refusal.error !== undefined && (
              <p>
                <Code>{answer.refusal.error}</Code>
                {answer.refusal.description !== undefined && (
                  <>
                    : <Code>{answer.refusal.description}</Code>
                  </>
                )}
              </p>
            )}
            {answer.refusal.error === undefined && answer.refusal.description !== undefined && (
              <p>
                <Code>{answer.refusal.description}</Code>
              </p>
            )}
            <p>{answer.todo}</p>
          </Note>
          {answer.body.trim() !== '' && <Body text={answer.body} />}
        </div>
      );
  }
}

function Body({ text }: { text: string }) {
  return (
    <>
      <pre class="raw">{safeLines(text.slice(0, longest))}</pre>
      {text.length > longest && (
        <p class="muted">
          The first {longest.toLocaleString('en')} of {text.length.toLocaleString('en')} characters. Copying gives all
          of it.
        </p>
      )}
    </>
  );
}

function Compared({ answer, capture, profile, now }: Props & { answer: UserinfoAnswer & { kind: 'claims' } }) {
  const id = capture.tokens.id_token;
  const decoded = id === undefined ? undefined : decodeToken(id);
  const idClaims = decoded?.kind === 'signed' ? decoded.claims : undefined;
  const comparison = compareUserinfo(answer.members, idClaims);
  return (
    <>
      {(comparison.sub === 'differs' || comparison.sub === 'missing') && (
        <div class="inset last">
          <Note
            tone="fail"
            level={3}
            role="alert"
            heading={
              comparison.sub === 'differs'
                ? 'It speaks of another user: do not use this answer'
                : 'The answer names no sub: do not use it'
            }
          >
            <p>
              Its <code>sub</code> must equal the one in the ID token (OpenID Connect Core section 5.3.2). Otherwise the
              access token may have been swapped.
            </p>
          </Note>
        </div>
      )}
      <UserinfoTable rows={comparison.rows} now={now} />
      <p class="aside ruled">
        {answer.isToken && 'The answer is a signed token. Its signature is not checked. '}
        {profile?.provider === 'cognito' && 'Cognito sends every userInfo value as text. '}
        {idClaims ? (
          <Missing names={comparison.missing} about={comparison.about} />
        ) : (
          'There is no ID token to compare with.'
        )}
      </p>
    </>
  );
}

function Missing({ names, about }: { names: string[]; about: number }) {
  if (names.length === 0 && about === 0) return null;
  const rest = `${about} ${about === 1 ? 'claim' : 'claims'} about the token itself`;
  return (
    <>
      Not here:{' '}
      {names.slice(0, 12).map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <Code>{name}</Code>
        </span>
      ))}
      {names.length > 12 && `, ${names.length - 12} more`}
      {names.length > 0 && about > 0 && ', and '}
      {about > 0 && rest}.
    </>
  );
}
