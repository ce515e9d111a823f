import { type CallbackRefusal, type CallbackWarning, judgeCallback } from '../../../src/protocol/callback-rules.ts';
import { isClientAlone } from '../../../src/protocol/needs.ts';
import type { Profile } from '../../../src/protocol/records.ts';
import {
  customDomainOrigin,
  findPoolRegion,
  isDomainPrefix,
  isRegion,
  reservedWord,
} from '../../../src/provider/cognito.ts';
import { type AddressFault, findAddressFault } from './profile-address.ts';
import { type CheckingProblemId, findCheckingProblems } from './profile-checking-problems.ts';
import { type Draft, type EndpointName, endpointNames } from './profile-draft.ts';

import { findLogoutProblem, type LogoutProblemId } from './profile-logout-problems.ts';
import { foldName, longestName } from './profile-names.ts';
import { isSecretParam, mayBeSecret } from './profile-params.ts';
import { findPassphraseProblem, type PassphraseProblemId } from './profile-passphrase.ts';

/** The fields of the form, in the order in which they stand there. */
export const fieldNames = [
  'name',
  'provider',
  'prefix',
  'region',
  'customDomain',
  'userPoolId',
  'issuer',
  ...endpointNames,
  'clientId',
  'callback',
  'responseType',
  'responseMode',
  'scopes',
  'extraParams',
  'clientAuth',
  'clientSecret',
  'passphrase',
  'logoutUri',
  'apiBaseUrl',
  'watchRequests',
  'intercept',
  'cleanUp',
  'idTokenAlgs',
  'clockSkew',
  'iatWindow',
  'anyLoopbackPort',
] as const;
export type FieldName = (typeof fieldNames)[number];

export type ProblemId =
  | 'name_missing'
  | 'name_taken'
  | 'name_long'
  | 'domain_missing'
  | 'prefix_form'
  | 'prefix_reserved'
  | 'region_missing'
  | 'region_form'
  | 'domain_path'
  | 'pool_form'
  | 'pool_region'
  | 'authorization_missing'
  | 'client_missing'
  | 'client_white_space'
  | 'params_secret'
  | 'params_doubtful'
  | CheckingProblemId
  | LogoutProblemId
  | PassphraseProblemId
  | `address_${AddressFault}`
  | `callback_${CallbackRefusal | CallbackWarning['id']}`;

/** What there is to say of a field; one that is refused keeps the profile from being saved. `detail` is the string meant. */
export type Problem = { field: FieldName; level: 'refused' | 'warning'; id: ProblemId; detail: string };

/** Everything there is to say of a draft, in the order of the fields. `others` are the profiles beside this one. */
export function findProblems(draft: Draft, others: readonly Pick<Profile, 'name'>[]): Problem[] {
  return [
    ...nameProblems(draft.name.trim(), others),
    ...(draft.provider === 'cognito' ? [...domainProblems(draft), ...poolProblems(draft)] : []),
    ...addressProblems('issuer', draft.issuer),
    ...(draft.provider === 'oidc' ? endpointProblems(draft.endpoints) : []),
    ...clientProblems(draft.clientId.trim()),
    ...(isClientAlone(draft) ? [] : callbackProblems(draft.callback.trim())),
    ...paramProblems(draft),
    ...passphraseProblems(draft),
    ...(isClientAlone(draft) ? [] : logoutProblems(draft.logoutUri.trim())),
    ...addressProblems('apiBaseUrl', draft.apiBaseUrl, 'elsewhere'),
    ...findCheckingProblems(draft.checking),
  ];
}

/** Whether the field is only not filled in yet, which is no news before somebody wants to save. */
export function isMissing(problem: Problem): boolean {
  return problem.id.endsWith('_missing');
}

const refuse = (field: FieldName, id: ProblemId, detail = ''): Problem => ({ field, level: 'refused', id, detail });
const warn = (field: FieldName, id: ProblemId, detail: string): Problem => ({ field, level: 'warning', id, detail });

function nameProblems(name: string, others: readonly Pick<Profile, 'name'>[]): Problem[] {
  if (name === '') return [refuse('name', 'name_missing')];
  if ([...name].length > longestName) return [refuse('name', 'name_long', String([...name].length))];
  const taken = others.find((other) => foldName(other.name) === foldName(name));
  return taken ? [refuse('name', 'name_taken', taken.name)] : [];
}

function domainProblems(draft: Draft): Problem[] {
  const custom = draft.customDomain.trim();
  if (custom !== '') return customDomainProblems(custom);
  const prefix = draft.prefix.trim();
  const region = draft.region.trim();
  if (prefix === '') return [refuse('prefix', 'domain_missing')];
  const word = reservedWord(prefix);
  return [
    ...(isDomainPrefix(prefix) ? [] : [refuse('prefix', 'prefix_form', prefix)]),
    ...(word && isDomainPrefix(prefix) ? [refuse('prefix', 'prefix_reserved', word)] : []),
    ...(region === '' ? [refuse('region', 'region_missing')] : []),
    ...(region === '' || isRegion(region) ? [] : [refuse('region', 'region_form', region)]),
  ];
}

function customDomainProblems(custom: string): Problem[] {
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(custom) ? custom : `https://${custom}`;
  const [fault] = addressProblems('customDomain', address);
  if (fault) return [fault];
  return customDomainOrigin(custom) ? [] : [refuse('customDomain', 'domain_path', new URL(address).origin)];
}

function poolProblems(draft: Draft): Problem[] {
  const userPoolId = draft.userPoolId.trim();
  if (userPoolId === '') return [];
  const pool = findPoolRegion(userPoolId);
  if (!pool) return [refuse('userPoolId', 'pool_form', userPoolId)];
  const region = draft.region.trim();
  const isElsewhere = draft.customDomain.trim() === '' && isRegion(region) && region !== pool;
  return isElsewhere ? [warn('userPoolId', 'pool_region', pool)] : [];
}

function addressProblems(field: FieldName, typed: string, from: 'extension' | 'elsewhere' = 'extension'): Problem[] {
  const address = typed.trim();
  const fault = address === '' ? undefined : findAddressFault(address, from);
  return fault ? [refuse(field, `address_${fault}`, address)] : [];
}

function endpointProblems(endpoints: Record<EndpointName, string>): Problem[] {
  return endpointNames.flatMap((name) =>
    name === 'authorization' && endpoints.authorization.trim() === ''
      ? [refuse('authorization', 'authorization_missing')]
      : addressProblems(name, endpoints[name]),
  );
}

function clientProblems(clientId: string): Problem[] {
  if (clientId === '') return [refuse('clientId', 'client_missing')];
  return /\s/.test(clientId) ? [refuse('clientId', 'client_white_space')] : [];
}

function paramProblems({ extraParams }: Draft): Problem[] {
  const namesOf = (which: typeof isSecretParam) =>
    extraParams
      .filter(which)
      .map(([name]) => name.trim())
      .join(', ');
  const [secrets, doubtful] = [namesOf(isSecretParam), namesOf(mayBeSecret)];
  return [
    ...(secrets === '' ? [] : [refuse('extraParams', 'params_secret', secrets)]),
    ...(doubtful === '' ? [] : [warn('extraParams', 'params_doubtful', doubtful)]),
  ];
}

function logoutProblems(logoutUri: string): Problem[] {
  const fault = findLogoutProblem(logoutUri);
  return fault ? [refuse('logoutUri', fault, logoutUri)] : [];
}

function passphraseProblems(draft: Draft): Problem[] {
  const fault = findPassphraseProblem(draft);
  return fault ? [refuse('passphrase', fault)] : [];
}

function callbackProblems(callback: string): Problem[] {
  const { refusal, warnings } = judgeCallback(callback);
  if (refusal) return [refuse('callback', `callback_${refusal}`, callback)];
  return warnings.map(({ id, host }) => warn('callback', `callback_${id}`, host));
}
