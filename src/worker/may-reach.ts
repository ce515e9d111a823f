import { permissions } from '../platform/permissions.ts';
import { hostPattern } from '../protocol/url.ts';

/** Whether the browser gives us access to the host of an address, so that any answer there can be read. */
export async function mayReach(address: string): Promise<boolean> {
  const pattern = hostPattern(address);
  return pattern !== undefined && permissions.has({ origins: [pattern] });
}
