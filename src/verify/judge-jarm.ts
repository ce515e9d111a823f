import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';

export async function judgeJarm(_known: Known): Promise<Verdict[]> {
  return [];
}
