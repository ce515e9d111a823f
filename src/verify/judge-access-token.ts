import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';

export function judgeAccessToken(_known: Known): Verdict[] {
  return [];
}
