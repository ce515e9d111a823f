import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Note } from '../../parts/note.tsx';
import { type RevocableToken, revocationWords } from '../../state/token/revoke-words.ts';
import { Crumbs } from '../crumbs.tsx';

type Props = { capture: Capture; token: RevocableToken; profile: Profile | undefined; now: number };

/** What came of the last revocation of this token. */
export function RevocationNote({ capture: { revocation }, token, profile, now }: Props) {
  if (revocation?.token !== token) return null;
  const { tone, heading, texts, consolePath } = revocationWords(revocation, profile, now);
  return (
    <div class="inset last">
      <Note tone={tone} level={3} role="status" heading={heading}>
        {texts.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {consolePath && <Crumbs steps={consolePath} clientId={profile?.clientId} />}
      </Note>
    </div>
  );
}
