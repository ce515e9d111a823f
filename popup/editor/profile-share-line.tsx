import type { ComponentChildren } from 'preact';
import { Icon } from '../parts/icon.tsx';
import type { Tone } from '../parts/note.tsx';
import { Code, Text } from '../parts/text.tsx';
import type { FieldName } from '../state/profile/profile-problems.ts';
import type { ImportLine } from '../state/profile/profile-share-import.ts';
import type { ShareProblem } from '../state/profile/profile-share-problems.ts';
import { leftOutWords } from '../state/profile/profile-share-words.ts';
import { problemWords } from './problem-words.tsx';

/** What became of one record of a file. */
export function ShareLine({ line }: { line: ImportLine }) {
  const { tone, word, text } = wordsOf(line);
  return (
    <li data-tone={tone}>
      <Icon name={tone === 'skip' ? 'info' : tone} />
      <b>{line.name === undefined || line.name === '' ? 'Without a name' : <Text>{line.name}</Text>}</b>
      <span class="verdict">{word}</span>
      {text && <p>{text}</p>}
    </li>
  );
}

type LineWords = { tone: Tone; word: string; text?: ComponentChildren };

function wordsOf(line: ImportLine): LineWords {
  switch (line.kind) {
    case 'added':
      return { tone: 'pass', word: 'Imported', text: addedWords(line) };
    case 'same':
      return { tone: 'skip', word: 'Skipped', text: <>It says the same as “{<Text>{line.as}</Text>}”.</> };
    case 'refused':
      return { tone: 'fail', word: 'Not imported', text: refusedWords(line.problem) };
    case 'unreadable':
      return { tone: 'fail', word: 'Not imported', text: unreadableWords(line) };
  }
}

function addedWords({ name, as, leftOut }: Extract<ImportLine, { kind: 'added' }>): ComponentChildren {
  if (as === name && leftOut.length === 0) return undefined;
  return (
    <>
      {as !== name && (
        <>
          Another profile has this name, so it is “<Text>{as}</Text>” here.{' '}
        </>
      )}
      {leftOut.length > 0 && leftOutWords(leftOut)}
    </>
  );
}

function unreadableWords({ at, member }: Extract<ImportLine, { kind: 'unreadable' }>): ComponentChildren {
  if (member === '') return `Number ${at} in the file is no profile.`;
  return (
    <>
      Number {at} in the file: its member <Code>{member}</Code> is missing or does not fit. Mend the file, or export the
      profile once more.
    </>
  );
}

/** As the fields are labelled in the form, where a rule can refuse them. */
const labels: Partial<Record<FieldName, string>> = {
  name: 'Name',
  prefix: 'Domain prefix',
  region: 'Region',
  customDomain: 'Custom domain',
  userPoolId: 'User pool id',
  issuer: 'Issuer',
  authorization: 'Authorization endpoint',
  token: 'Token endpoint',
  userinfo: 'UserInfo endpoint',
  jwks: 'Keys (jwks_uri)',
  endSession: 'End-session endpoint',
  revocation: 'Revocation endpoint',
  clientId: 'Client id',
  callback: 'Callback URL',
  logoutUri: 'Sign-out URL',
  apiBaseUrl: 'API base URL',
  idTokenAlgs: 'Algorithms of the ID token',
  clockSkew: 'Clock difference',
  iatWindow: 'Age of a token',
};

function refusedWords(problem: ShareProblem): ComponentChildren {
  switch (problem.kind) {
    case 'form':
      return (
        <>
          {labels[problem.problem.field] ?? <code>{problem.problem.field}</code>}: {problemWords(problem.problem)}
        </>
      );
    case 'control':
      return (
        <>
          <Code>{problem.member}</Code> holds a character that cannot be seen or typed. Take it out of the file.
        </>
      );
    case 'elsewhere':
      return (
        <>
          {labels[problem.endpoint]}: <Code>{problem.address}</Code> lies neither at its Cognito domain{' '}
          <Code>{problem.domain}</Code> nor at its issuer, so tokens could go to a stranger. Ask who made the file.
        </>
      );
  }
}
