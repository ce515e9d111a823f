import { parseMembers } from './json-members.ts';

/** The error code of a JSON body (RFC 6749 section 5.2), or undefined. */
export function findBodyError(body: string): string | undefined {
  const members = parseMembers(body);
  const error = typeof members === 'string' ? undefined : members.get('error');
  return typeof error === 'string' && error !== '' ? error : undefined;
}

/** The error code of a WWW-Authenticate header (RFC 6750 section 3). Cognito leaves the scheme word out. */
export function findChallengeError(header: string | undefined): string | undefined {
  const [, quoted, bare] =
    /(?:^|[\s,])error\s*=\s*(?:"([^"\\]*)"|([^\s",]+))/i.exec(header?.slice(0, 4000) ?? '') ?? [];
  return (quoted ?? bare) || undefined;
}
