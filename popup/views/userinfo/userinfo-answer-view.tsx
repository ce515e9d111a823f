import { useMemo, useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { decodeToken } from '../../../src/protocol/token.ts';
import { Button } from '../../parts/button.tsx';
import { Note } from '../../parts/note.tsx';
import { RawText } from '../../parts/raw-text.tsx';
import { Code } from '../../parts/text.tsx';
import { missingWords } from '../../state/capture/missing-words.ts';
import type { UserinfoAnswer } from '../../state/userinfo/userinfo-answer.ts';
import { compareUserinfo } from '../../state/userinfo/userinfo-compare.ts';
import { noClaimsWords } from '../../state/userinfo/userinfo-no-claims.ts';
import { findDistrust, signatureWords } from '../../state/userinfo/userinfo-trust.ts';
import { UserinfoTable } from './userinfo-table.tsx';

type Props = { answer: UserinfoAnswer; capture: Capture; profile: Profile | undefined; now: number };

export function UserinfoAnswerView({ answer, capture, profile, now }: Props) {
  switch (answer.kind) {
    case 'claims':
      return <Compared answer={answer} capture={capture} profile={profile} now={now} />;
    case 'text':
      return (
        <div class="inset last notes">
          <Note tone={answer.why === 'encrypted' ? 'warn' : 'fail'} level={3} heading={noClaimsWords(answer).heading}>
            <p>{noClaimsWords(answer).todo}</p>
          </Note>
          {answer.why !== 'empty' && answer.why !== 'encrypted' && (
            <RawText text={answer.body} what="Body of the answer" />
          )}
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
  const noIdToken =
    id === undefined
      ? `There is no ID token to compare with. ${missingWords(capture, profile, 'id_token')}`
      : 'The ID token cannot be read, so there is nothing to compare with.';
  const isHidden = distrust !== undefined && !isShownAnyway;
  return (
    <>
      {distrust && (
        <div class="inset last">
          <Note tone="fail" level={3} heading={distrust.heading}>
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
          <UserinfoTable rows={rows} provider={profile?.provider} now={now} isRevealed={isShownAnyway} />
          <p class="aside ruled">
            {answer.isToken && `${signatureWords(capture.verdicts)} `}
            {profile?.provider === 'cognito' &&
              'Cognito sends every userInfo value as text: "false" would count as true in a careless if. '}
            {idClaims ? <Missing names={missing} about={about} /> : noIdToken}
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
