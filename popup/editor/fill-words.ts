import type { NoSignIn, SignIn } from '../../src/provider/sign-in-url.ts';
import type { Tone } from '../parts/note.tsx';
import type { Draft } from '../state/profile-draft.ts';

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
  const sentences = [
    isCognito && !read.domain?.prefix && 'Read as a custom domain of Cognito.',
    read.missing.length > 0 && `It has no ${read.missing.join(' and no ')}: add what is missing below.`,
    read.repeated.length > 0 && `It repeats ${read.repeated.join(', ')}: the first value was taken.`,
    read.responseType?.split(' ').includes('code') &&
      'It asks for a code. That flow is coming, so this profile asks for the tokens themselves.',
    read.wasEncodedTwice && 'It was encoded twice and was read as encoded once.',
    isCognito &&
      draft.issuer === '' &&
      'A Cognito sign-in URL does not name its user pool, so the issuer is yours to add.',
    !isCognito && draft.issuer === '' && 'A sign-in URL does not name its issuer, so that is yours to add.',
  ].filter((sentence) => typeof sentence === 'string');
  const isPartial = read.missing.length > 0 || read.repeated.length > 0;
  const heading = `Filled ${count} ${count === 1 ? 'field' : 'fields'} from this sign-in URL.`;
  return { tone: isPartial ? 'warn' : 'pass', heading, text: sentences.join(' ') };
}

export const issuerLine: FillLine = {
  tone: 'pass',
  heading: 'Filled the issuer from this address.',
  text: 'What its discovery document says stands under the issuer.',
};
