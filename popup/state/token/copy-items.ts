import { targetOf } from '../../../src/handover/copy-command.ts';
import {
  type Copied,
  type CopyFormat,
  type CopySource,
  copyFormats,
  isCommand,
} from '../../../src/handover/copy-formats.ts';
import { shells } from '../../../src/handover/shells.ts';
import { envName } from '../../../src/handover/token-words.ts';
import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import { tryCopyAs } from './copy-format.ts';
import { lateWords } from './late-words.ts';
import { lifetimeOf } from './lifetime.ts';
import { tokenPurpose } from './token-purpose.ts';

export type CopyItem = Pick<CopyFormat, 'id' | 'label'> & {
  made: Copied;
  /** What the label does not say: whom the command calls. */
  hint: string | undefined;
  /** How the line begins. */
  code: string | undefined;
  /** That the token in it is over, said before and after. */
  late: string | undefined;
  /** What was copied is for, or with which token. */
  note: string | undefined;
};

export type CopyGroup = { title: CopyFormat['group']; hint: string; late: string | undefined; items: CopyItem[] };

type Source = Required<CopySource> & { capture: Capture };

/** Every form of a capture's tokens, in the groups of the menu. `now` in milliseconds. */
export function copyGroups(source: Source, now: number): CopyGroup[] {
  return (['Commands', 'Pieces'] as const).map((title) => {
    const items = copyFormats.filter(({ group }) => group === title).map((format) => copyItem(format, source, now));
    const named = title === 'Commands' ? 'access_token' : source.shown;
    return { title, hint: groupHints[named], late: items.find(({ late }) => late)?.late, items };
  });
}

const groupHints: Record<TokenName, string> = {
  id_token: 'ID token',
  access_token: 'access token',
  refresh_token: 'refresh token',
};

function copyItem({ id, label }: CopyFormat, source: Source, now: number): CopyItem {
  const { capture, profile, shown } = source;
  const made = tryCopyAs(id, source);
  const holds = made.ok ? made.holds : undefined;
  return {
    id,
    label,
    made,
    hint: label.startsWith('curl') || !isCommand(id) ? undefined : hintOf(id, profile),
    code: codeOf(id, source),
    late: holds && lateWords(holds, lifetimeOf(capture, profile, holds, now), now),
    note: noteOf(id, shown, source),
  };
}

function hintOf(id: Parameters<typeof targetOf>[0], profile: Profile): string {
  return targetOf(id, profile) === 'api' ? 'my API' : 'userInfo';
}

function codeOf(id: CopyItem['id'], { shell, shown }: Source): string | undefined {
  if (id === 'dotenv') return `${envName(shown)}=…`;
  return id === 'shell_line' ? shells[shell].assign(envName(shown), '…').replace(/'…'/, '…') : undefined;
}

function noteOf(id: CopyItem['id'], shown: TokenName, { capture, fromEnv }: Source): string | undefined {
  if (id === 'claims') return undefined;
  if (isCommand(id)) return fromEnv ? `it reads ${envName('access_token')}` : 'with the access token';
  return id === 'header' && shown === 'id_token' ? 'APIs usually want the access token' : tokenPurpose(capture, shown);
}
