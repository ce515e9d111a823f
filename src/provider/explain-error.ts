import { type Capture, isFromErrorPage, type Profile } from '../protocol/records.ts';
import { errorPageWords } from './cognito-error-page-words.ts';
import { cognitoErrors, type ErrorWords } from './cognito-errors.ts';
import { oauthErrors } from './oauth-errors.ts';

/** An error answer in words: what it means, what to do, and where in the provider's console. */
export function explainError(
  profile: Profile | undefined,
  capture: Pick<Capture, 'error'> & Partial<Pick<Capture, 'events' | 'params'>>,
): ErrorWords {
  const { error = '', description = '' } = capture.error ?? {};
  const isPage = isFromErrorPage({ events: capture.events ?? [] });
  const words =
    (isPage && findPageWords(error, capture.params ?? [])) ||
    (profile?.provider === 'cognito' && findCognito(error, description)) ||
    find(oauthErrors, error);
  if (!words) return unknown(profile);
  if (!words.consolePath || !profile) return words;
  return { ...words, consolePath: words.consolePath.map((step) => (step === '<client>' ? profile.clientId : step)) };
}

function findPageWords(error: string, params: Capture['params']): ErrorWords | undefined {
  const names = new Set(params.map(([name]) => name));
  return errorPageWords.find((entry) => entry.error === error && (!entry.has || names.has(entry.has)))?.words;
}

function findCognito(error: string, description: string): ErrorWords | undefined {
  const readable = description.replaceAll('+', ' ').trim();
  const by = (text: string) => cognitoErrors.find(({ matches }) => matches.test(text))?.words;
  return (readable !== '' && by(readable)) || by(error);
}

function find<T>(table: Record<string, T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function unknown(profile: Profile | undefined): ErrorWords {
  const who = profile?.provider === 'cognito' ? 'Cognito' : 'The provider';
  return {
    heading: `${who} answered with an error`,
    meaning:
      'The code is none of those that OAuth 2.0 and OpenID Connect define. The provider’s own words stand below.',
    todo: 'Search the provider’s documentation for the code.',
  };
}
