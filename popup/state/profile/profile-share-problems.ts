import type { Profile } from '../../../src/protocol/records.ts';
import { parseUrl } from '../../../src/protocol/url.ts';
import { customDomainOrigin } from '../../../src/provider/cognito.ts';
import { findAddressFault } from './profile-address.ts';
import { draftFromProfile, type EndpointName, endpointNames } from './profile-draft.ts';
import { findProblems, type Problem } from './profile-problems.ts';

/** What keeps a profile that somebody shared from being taken in. */
export type ShareProblem =
  /** A rule by which the form would not be saved. */
  | { kind: 'form'; problem: Problem }
  /** A character that no field of the form can hold. `member`: where. */
  | { kind: 'control'; member: string }
  /** A Cognito profile whose endpoint, which the form does not show, lies neither at its domain nor at its issuer. */
  | { kind: 'elsewhere'; endpoint: EndpointName; address: string; domain: string };

/** The first rule that a profile breaks: those of the form hold, and what the form does not show is looked at too. */
export function findShareProblem(profile: Profile): ShareProblem | undefined {
  const member = findControl(profile);
  if (member !== undefined) return { kind: 'control', member };
  const draft = draftFromProfile(profile);
  const problem = findProblems(draft, []).find(({ level }) => level === 'refused') ?? findHiddenFault(profile);
  if (problem) return { kind: 'form', problem };
  return findElsewhere(profile);
}

/** The first member whose text holds a control character, which no field of the form can hold, as a path. */
export function findControl(value: unknown, path = ''): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  if (typeof value === 'string') return /[\u0000-\u001f\u007f-\u009f]/.test(value) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, member] of Object.entries(value)) {
    const found = findControl(member, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Endpoints that no field of this form shows are held to the same rules. */
function findHiddenFault({ endpoints }: Profile): Problem | undefined {
  for (const name of endpointNames) {
    const address = endpoints[name] ?? '';
    const fault = address === '' ? undefined : findAddressFault(address, 'extension');
    if (fault) return { field: name, level: 'refused', id: `address_${fault}`, detail: address };
  }
  return undefined;
}

function findElsewhere({ provider, cognito, issuer, endpoints }: Profile): ShareProblem | undefined {
  if (provider !== 'cognito') return undefined;
  const domain = customDomainOrigin(cognito?.domain ?? '') ?? originOf(endpoints.authorization) ?? '';
  const own = new Set([domain, originOf(issuer)]);
  for (const endpoint of endpointNames) {
    const address = endpoints[endpoint];
    if (address && !own.has(originOf(address))) return { kind: 'elsewhere', endpoint, address, domain };
  }
  return undefined;
}

function originOf(address = ''): string | undefined {
  return parseUrl(address)?.origin;
}
