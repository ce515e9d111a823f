import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';

export async function judgeUserinfo(_known: Known): Promise<Verdict[]> {
  return [];
}
