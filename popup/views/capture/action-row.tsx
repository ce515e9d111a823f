import { whyCut } from '../../../src/handover/token-words.ts';
import { isOfOtherProvider, otherClientWords } from '../../../src/protocol/login-client.ts';
import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { isSample, nobodyToAsk } from '../../../src/protocol/sample.ts';
import type { Width } from '../../host.ts';
import { Button } from '../../parts/button.tsx';
import { ClearNow } from '../../parts/clear-now.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { MenuItem } from '../../parts/menu.tsx';
import { type Said, useSay } from '../../parts/say.ts';
import { useAskFresh } from '../../parts/use-ask-fresh.ts';
import { useRead } from '../../parts/world-context.ts';
import { isClientOwn } from '../../state/token/client-own.ts';
import { lateWords, overWord } from '../../state/token/late-words.ts';
import type { Lifetime } from '../../state/token/lifetime.ts';
import { canRenewAlone } from '../../state/token/refresh-facts.ts';
import { userinfoEndpointOf } from '../../state/token/token-endpoint.ts';
import { tokenTitle } from '../../state/token/token-names.ts';
import { tokenPurpose } from '../../state/token/token-purpose.ts';
import { CopyAsMenu } from './copy-as-menu.tsx';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  shown: TokenName;
  life: Lifetime;
  width: Width;
  now: number;
  said: Said | undefined;
  /** Why the tokens are not to be sent anywhere. */
  outOfUse: string | undefined;
  isCalling: boolean;
  onCall: () => void;
  onSignIn: () => void;
};

/** As much as fits beside the buttons of the page. */
const shortEnough = 60;

export function ActionRow({ said, width, isCalling, onCall, onSignIn, ...source }: Props) {
  const { capture, profile, shown, life, now, outOfUse } = source;
  const say = useSay();
  const world = useRead();
  const fresh = useAskFresh(profile);
  const token = capture.tokens[shown];
  const late = lateWords(shown, life, now);
  const isAlone = canRenewAlone(capture, profile, { ...world, now });
  const title = tokenTitle[shown];
  const cut = token && whyCut(token);
  const none = `There is no ${title === 'ID token' ? title : title.toLowerCase()} to copy.`;
  const menu = { capture, shown, now, outOfUse };
  const seen = said?.seen ?? late ?? (token ? `${title}: ${tokenPurpose(capture, shown)}` : title);
  // how long ago is seen and not heard: it counts on, and a countdown is never read out
  const spoken = said ? said.spoken : late && `${title}, ${overWord(life)}`;
  const mustSignIn = late !== undefined && profile !== undefined && !isAlone;
  // beside “Sign in again” there is no room for all of them
  const isShort = mustSignIn && width !== 'page';
  // userInfo is asked with the access token
  const canCall = capture.tokens.access_token !== undefined && shown !== 'refresh_token';
  const noCall = whyNotCall(capture, profile) ?? outOfUse;
  const unless = isSample(capture) ? nobodyToAsk : undefined;
  const isTwo = width !== 'page' || late || said?.target || seen.length > shortEnough;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons is no fieldset
    <div class={`actions ${isTwo ? 'two' : ''} ${late ? 'late' : ''}`} role="group" aria-label="Token actions">
      {mustSignIn && (
        <Button class="primary" shortcut="s" unless={unless} onPress={onSignIn}>
          <Icon name="again" />
          Sign in again
        </Button>
      )}
      {late && profile && !isShort && <FreshButton {...fresh} unless={unless} isNext={isAlone} />}
      {token === undefined || cut ? (
        <Button unless={cut ?? none} shortcut="c" onPress={() => {}}>
          <Icon name="copy" />
          Copy token
        </Button>
      ) : (
        <CopyButton
          key={shown}
          class="btn"
          text={() => token}
          what={title}
          isSecret
          note={tokenPurpose(capture, shown)}
          shortcut="c"
          said={late ? { seen: `${late} Copied anyway.`, spoken: '' } : undefined}
        >
          {late ? `Copy ${overWord(life)} token` : 'Copy token'}
        </CopyButton>
      )}
      {profile && !late && <CopyAsMenu {...menu} profile={profile} />}
      {canCall && !isShort && (
        <Button unless={noCall} busy={isCalling} shortcut="u" onPress={onCall}>
          <Icon name={isCalling ? 'again' : 'user'} />
          Call userInfo
        </Button>
      )}
      {profile && !late && <FreshButton {...fresh} unless={unless} isNext={false} />}
      {profile && late && (
        <CopyAsMenu {...menu} profile={profile} late>
          {isShort && (
            <MenuItem unless={unless ?? (fresh.isBusy ? 'It is under way.' : undefined)} onChoose={fresh.ask}>
              Fresh token
            </MenuItem>
          )}
          {isShort && canCall && (
            <MenuItem unless={noCall ?? (isCalling ? 'It is under way.' : undefined)} onChoose={onCall}>
              Call userInfo
            </MenuItem>
          )}
          {isShort && <hr />}
        </CopyAsMenu>
      )}
      <output>
        {said?.target ? (
          <a href={`#${said.target}`}>
            <span class="sr-only">{said.spoken} </span>
            {seen}
          </a>
        ) : (
          <>
            <span aria-hidden={spoken ? true : undefined}>{seen}</span>
            {spoken && <span class="sr-only">{spoken}</span>}
          </>
        )}
      </output>
      {said?.canClear && <ClearNow onSaid={say} />}
    </div>
  );
}

type FreshProps = ReturnType<typeof useAskFresh> & { unless: string | undefined; isNext: boolean };

function FreshButton({ isBusy, ask, unless, isNext }: FreshProps) {
  return (
    <Button class={isNext ? 'primary' : ''} busy={isBusy} unless={unless} onPress={ask}>
      <Icon name="again" />
      Fresh token
    </Button>
  );
}

function whyNotCall(capture: Capture, profile: Profile | undefined): string | undefined {
  if (isSample(capture)) return nobodyToAsk;
  if (isClientOwn(capture)) return 'No user signed in: userInfo has nobody to tell of.';
  if (!profile) return 'The profile of this capture was deleted.';
  if (userinfoEndpointOf(profile) === undefined)
    return 'This profile has no userInfo endpoint. Add it to the profile first.';
  if (isOfOtherProvider(capture, profile)) return otherClientWords;
  const cut = capture.tokens.access_token && whyCut(capture.tokens.access_token);
  if (cut) return cut;
  return capture.judgedAt === undefined ? 'The checks are still running.' : undefined;
}
