import type { Capture, Profile, TokenName } from '../../src/protocol/records.ts';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Said } from '../parts/say.ts';
import { lateWords } from '../state/late-words.ts';
import { isExpired, type Lifetime } from '../state/lifetime.ts';
import { tokenTitle } from '../state/token-names.ts';
import { CopyAsMenu } from './copy-as-menu.tsx';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  shown: TokenName;
  life: Lifetime;
  now: number;
  said: Said | undefined;
  /** Why the tokens are not to be sent anywhere. */
  outOfUse: string | undefined;
  isCalling: boolean;
  onCall: () => void;
  onSignIn: () => void;
};

/** As much as fits beside the buttons in 400 px. */
const shortEnough = 16;

export function ActionRow({ said, isCalling, onCall, onSignIn, ...source }: Props) {
  const { capture, profile, shown, life, now, outOfUse } = source;
  const token = capture.tokens[shown];
  const late = life.kind === 'runs' && isExpired(life) ? lateWords(shown, now - life.expiresAt) : undefined;
  const title = tokenTitle[shown];
  const none = `There is no ${title === 'ID token' ? title : title.toLowerCase()} to copy.`;
  const menu = { capture, shown, now, outOfUse };
  const seen = said?.seen ?? late ?? title;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset
    <div
      class={`actions ${late || said?.target || seen.length > shortEnough ? 'two' : ''} ${late ? 'late' : ''}`}
      role="group"
      aria-label="Token actions"
    >
      {late && profile && (
        <Button class="primary" shortcut="s" onPress={onSignIn}>
          <Icon name="again" />
          Sign in again
        </Button>
      )}
      {token === undefined ? (
        <Button unless={none} shortcut="c" onPress={() => {}}>
          <Icon name="copy" />
          Copy token
        </Button>
      ) : (
        <CopyButton
          key={shown}
          class="btn"
          text={() => token}
          what={title}
          shortcut="c"
          said={late ? { seen: `${late} Copied anyway.`, spoken: '' } : undefined}
        >
          {late ? 'Copy expired token' : 'Copy token'}
        </CopyButton>
      )}
      {profile && !late && <CopyAsMenu {...menu} profile={profile} />}
      {capture.tokens.access_token !== undefined && (
        <Button unless={whyNotCall(capture, profile) ?? outOfUse} busy={isCalling} shortcut="u" onPress={onCall}>
          <Icon name={isCalling ? 'again' : 'user'} />
          Call userInfo
        </Button>
      )}
      {profile && late && <CopyAsMenu {...menu} profile={profile} late />}
      <output>
        {said?.target ? (
          <a href={`#${said.target}`}>
            <span class="sr-only">{said.spoken} </span>
            {seen}
          </a>
        ) : (
          <>
            <span aria-hidden={said?.spoken ? true : undefined}>{seen}</span>
            {said?.spoken && <span class="sr-only">{said.spoken}</span>}
          </>
        )}
      </output>
    </div>
  );
}

function whyNotCall({ judgedAt }: Capture, profile: Profile | undefined): string | undefined {
  if (!profile) return 'The profile of this capture was deleted.';
  if (!profile.endpoints.userinfo) return 'This profile has no userInfo endpoint. Add it to the profile first.';
  return judgedAt === undefined ? 'The checks are still running.' : undefined;
}
