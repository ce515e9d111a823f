import { useMemo, useState } from 'preact/hooks';
import type { Capture, Profile } from '../../src/protocol/records.ts';
import { decodeToken } from '../../src/protocol/token.ts';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { RawText } from '../parts/raw-text.tsx';
import { Code } from '../parts/text.tsx';
import type { UserinfoAnswer } from '../state/userinfo-answer.ts';
import { compareUserinfo } from '../state/userinfo-compare.ts';
import { findDistrust, signatureWords } from '../state/userinfo-trust.ts';
import { UserinfoTable } from './userinfo-table.tsx';

type Props = { answer: UserinfoAnswer; capture: Capture; profile: Profile | undefined; now: number };

const page =
  'userInfo answers with a JSON object. A page instead often means a wrong address or a login page in front of it: check the userInfo endpoint of the profile.';

const texts = {
  empty: {
    heading: 'The answer is empty',
    todo: 'userInfo answers with a JSON object. Nothing came: check the userInfo endpoint of the profile.',
  },
  encrypted: {
    heading: 'The answer is encrypted: only its recipient can read it',
    todo: 'The client is registered for encrypted answers (JWE). Ask the provider for plain or signed ones, or read it where its key is.',
  },
  not_json: { heading: 'The answer is no JSON', todo: page },
  not_object: { heading: 'The answer is JSON, but no object', todo: page },
};

export function UserinfoAnswerView({ answer, capture, profile, now }: Props) {
  switch (answer.kind) {
    case 'claims':
      return <Compared answer={answer} capture={capture} profile={profile} now={now} />;
    case 'text':
      return (
        <div class="inset last notes">
          <Note tone="warn" level={3} heading={texts[answer.why].heading}>
            <p>{texts[answer.why].todo}</p>
          </Note>
          {answer.why.startsWith('not_') && <RawText text={answer.body} what="Body of the answer" />}
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
            {answer.path && (
              <ol class="crumbs">
                {answer.path.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            )}
          </Note>
          {answer.body.trim() !== '' && <RawText text={answer.body} what="Body of the answer" />}
        </div>
      );
  }
}

function Compared({ answer, capture, profile, now }: Props & { answer: UserinfoAnswer & { kind: 'claims' } }) {
  const [isShownAnyway, setShownAnyway] = useState(false);
  const { id_token: id } = capture.tokens;
  const decoded = id === undefined ? undefined : decodeToken(id);
  const idClaims = decoded?.kind === 'signed' ? decoded.claims : undefined;
  const { rows, missing, about, sub } = useMemo(
    () => compareUserinfo(answer.members, idClaims),
    [answer.members, idClaims],
  );
  const distrust = findDistrust(sub, capture.verdicts);
  const isHidden = distrust !== undefined && !isShownAnyway;
  return (
    <>
      {distrust && (
        <div class="inset last">
          <Note tone="fail" level={3} role="alert" heading={distrust.heading}>
            <p>{distrust.todo}</p>
            {isHidden && (
              <div class="row">
                <Button class="small" onPress={() => setShownAnyway(true)}>
                  Show {rows.length === 1 ? 'the value' : `all ${rows.length.toLocaleString('en')} values`} anyway
                </Button>
              </div>
            )}
          </Note>
        </div>
      )}
      {!isHidden && (
        <>
          <UserinfoTable rows={rows} provider={profile?.provider} now={now} />
          <p class="aside ruled">
            {answer.isToken && `${signatureWords(capture.verdicts)} `}
            {profile?.provider === 'cognito' && 'Cognito sends every userInfo value as text. '}
            {idClaims ? <Missing names={missing} about={about} /> : 'There is no ID token to compare with.'}
          </p>
        </>
      )}
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
