import type { Capture } from '../../src/protocol/records.ts';
import { clockTime } from './time-words.ts';

/** What the token endpoint did for this capture since, behind the callback: "exchanged at 14:02:17". Empty for nothing. */
export function afterWords({ tokenCalls }: Pick<Capture, 'tokenCalls'>, now: number): string {
  const lastOf = (wanted: Capture['tokenCalls'][number]['grant']) =>
    tokenCalls.findLast(({ grant, status }) => grant === wanted && status >= 200 && status < 300);
  const exchange = lastOf('authorization_code');
  const refresh = lastOf('refresh_token');
  return [
    exchange && `, exchanged at ${clockTime(exchange.at, now)}`,
    refresh && `, refreshed at ${clockTime(refresh.at, now)}`,
  ]
    .filter(Boolean)
    .join('');
}
