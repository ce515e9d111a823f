import type { Profile } from '../protocol/records.ts';

/** The APIs that a profile asks tokens for: they are named at the token endpoint as well (RFC 8707 section 2.2). */
export function resourcesOf({ extraParams }: Pick<Profile, 'extraParams'>): [name: string, value: string][] {
  return extraParams.filter(([name, value]) => name === 'resource' && value !== '');
}
