import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';

export function judgeDiscovery(_known: Known): Verdict[] {
  return [];
}
