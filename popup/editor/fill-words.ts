import type { NoSignIn, SignIn } from '../../src/provider/sign-in-url.ts';
import type { Tone } from '../parts/note.tsx';
import type { Draft } from '../state/profile/profile-draft.ts';
import { findFlowType } from '../state/profile/profile-flows.ts';
import { isSecretParam } from '../state/profile/profile-params.ts';
import type { ProfileLink } from '../state/profile/profile-share.ts';
import { linkWords } from '../state/profile/profile-share-words.ts';
import { safeText } from '../state/safe-text.ts';

const list = new Intl.ListFormat('en');

export type FillLine = { tone: Tone; heading: string; text: string };

const nothing: Record<NoSignIn['problem'], Omit<FillLine, 'tone'>> = {
  empty: { heading: '', text: '' },
  too_long: { heading: 'Too long for a sign-in URL.', text: 'Paste one address of at most 20,000 characters.' },
  no_url: {
    heading: 'No address found in this.',
    text: 'Paste the address of the sign-in page as the browser shows it.',
  },
  scheme: {
    heading: 'Not a web address.',
    text: 'A sign-in starts at an https:// address, or at http:// on this machine.',
  },
  user_info: {
    heading: 'This address has a user name before its host.',
    text: 'What stands before @ is not the host. Paste the address of the sign-in page itself.',
  },
  answer: {
    heading: 'This is where a login came back, with its answer.',
    text: 'Paste the address where the sign-in starts instead.',
  },
  no_parameters: {
    heading: 'No sign-in found in this address.',
    text: 'It has neither client_id nor redirect_uri. Paste the address of the sign-in page, or the issuer alone.',
  },
};

export function nothingLine({ problem }: NoSignIn): FillLine | undefined {
  return problem === 'empty' ? undefined : { tone: 'fail', ...nothing[problem] };
}

/** What a sign-in URL filled in, and what it leaves to the person. */
export function signInLine(read: SignIn, draft: Draft, count: number): FillLine {
  const isCognito = read.provider === 'cognito';
  const secrets = read.extraParams.filter(isSecretParam).map(([name]) => safeText(name));
  const sentences = [
    isCognito && !read.domain?.prefix && 'Read as a custom domain of Cognito.',
    read.missing.length > 0 && `It has no ${read.missing.join(' and no ')}: add what is missing below.`,
    read.repeated.length > 0 && `It repeats ${read.repeated.join(', ')}: the first value was taken.`,
    read.responseType !== undefined &&
      findFlowType(read.responseType) === undefined &&
      `It asks for ${safeText(read.responseType)}, which is no flow of OpenID Connect: choose one below.`,
    secrets.length > 0 && `It carries ${list.format(secrets)}, left out here: a profile holds no secret and no token.`,
    read.wasEncodedTwice && 'It was encoded twice and was read as encoded once.',
    isCognito &&
      draft.issuer === '' &&
      'A Cognito sign-in URL does not name its user pool, so the issuer is yours to add.',
    !isCognito && draft.issuer === '' && 'A sign-in URL does not name its issuer, so that is yours to add.',
  ].filter((sentence) => typeof sentence === 'string');
  const isPartial = read.missing.length + read.repeated.length + secrets.length > 0;
  return { tone: isPartial ? 'warn' : 'pass', heading: filledHeading(count, 'sign-in URL'), text: sentences.join(' ') };
}

/** What a link with a profile filled in. Where its address says otherwise, that is told as a warning. */
export function linkLine(link: ProfileLink, count: number): FillLine {
  const isPlain = link.leftOut.length + link.differences.length === 0;
  return { tone: isPlain ? 'pass' : 'warn', heading: filledHeading(count, 'profile link'), text: linkWords(link) };
}

/** The same, after the words that a profile in its fragment could not be read. */
export function withDamage(line: FillLine | undefined, damage: string | undefined): FillLine | undefined {
  if (damage === undefined) return line;
  if (!line) return { tone: 'fail', heading: 'No profile was read.', text: damage };
  return { ...line, tone: line.tone === 'fail' ? 'fail' : 'warn', text: `${line.text} ${damage}` };
}

function filledHeading(count: number, what: string): string {
  return `Filled ${count} ${count === 1 ? 'field' : 'fields'} from this ${what}.`;
}

export const issuerLine: FillLine = {
  tone: 'pass',
  heading: 'Filled the issuer from this address.',
  text: 'What its discovery document says stands under the issuer.',
};
