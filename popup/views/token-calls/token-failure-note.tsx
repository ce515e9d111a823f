import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { hostPattern } from '../../../src/protocol/url.ts';
import { Note } from '../../parts/note.tsx';
import { RawText } from '../../parts/raw-text.tsx';
import { Code, Text } from '../../parts/text.tsx';
import { hostOf } from '../../state/provider-words.ts';
import { tokenEndpointOf } from '../../state/token/token-endpoint.ts';
import { type TokenFailure, tokenFailureWords } from '../../state/token/token-failure.ts';
import { OpenProfile } from '../bar/open-profile.tsx';
import { AllowHost } from '../checks/allow-host.tsx';
import { Crumbs } from '../crumbs.tsx';

type Props = { failure: TokenFailure; capture: Capture; profile: Profile | undefined; now: number };

/** Why the token endpoint gave no tokens, what the provider itself said, and what to do. */
export function TokenFailureNote({ failure, capture, profile, now }: Props) {
  const words = tokenFailureWords(failure, capture, profile, now);
  const endpoint = tokenEndpointOf(profile);
  const origin = words.mayNeedAccess && endpoint !== undefined ? hostPattern(endpoint) : undefined;
  const { own, excerpt, consolePath } = words;
  // a refresh that fails leaves the tokens as they were
  const tone = failure.grant === 'refresh_token' ? 'warn' : 'fail';
  return (
    <Note tone={tone} role="alert" heading={words.heading}>
      {words.meaning.map((text) => (
        <p key={text}>
          <Text>{text}</Text>
        </p>
      ))}
      {own && (
        <p>
          The provider’s own words: <Code>{own.error ?? ''}</Code>
          {own.description !== undefined && (
            <>
              {', '}
              <Code>{own.description}</Code>
            </>
          )}
        </p>
      )}
      {excerpt !== undefined && <RawText text={excerpt} what="Beginning of the answer" />}
      {consolePath && <Crumbs steps={consolePath} clientId={profile?.clientId} />}
      <p>{words.todo}</p>
      {words.isInProfile && profile && <OpenProfile profile={profile} />}
      {origin !== undefined && endpoint !== undefined && <AllowHost origin={origin} name={hostOf(endpoint)} />}
    </Note>
  );
}
