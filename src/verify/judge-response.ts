import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';

export function judgeResponse(_known: Known): Verdict[] {
  return [];
}
