import type { Verdict } from '../protocol/records.ts';
import type { Known } from './known.ts';
import { parseUserinfo, type UserinfoAnswer } from './userinfo/answer.ts';
import { failureReasons } from './userinfo/failure-reasons.ts';
import { judgeSigned } from './userinfo/signed.ts';
import { judgeSubject } from './userinfo/subject.ts';
import { judgeTransport } from './userinfo/transport.ts';
import { failed, notChecked, passed } from './verdict.ts';
import { withoutTokens } from './without-tokens.ts';

const about = { token: 'userinfo' } as const;

/** The checks of the last call to userInfo that brought an answer, or of the failed one. Nothing when there was none. */
export async function judgeUserinfo(known: Known): Promise<Verdict[]> {
  const { tokens, userinfo, userinfoFailure } = known.capture;
  const transport = judgeTransport(known, about);
  if (userinfo) {
    const verdicts = await judgeAnswer(known, parseUserinfo(userinfo));
    return [...transport, ...withoutTokens(verdicts, Object.values(tokens))];
  }
  if (!userinfoFailure) return [];
  return [...transport, notChecked('userinfo_response', failureReasons[userinfoFailure.kind], about)];
}

async function judgeAnswer(known: Known, answer: UserinfoAnswer): Promise<Verdict[]> {
  switch (answer.kind) {
    case 'refused':
      return [failed('userinfo_error', { expected: 'an answer without an error', actual: answer.error }, about)];
    case 'unusable':
      return [
        failed('userinfo_response', { expected: answer.expected, actual: answer.actual }, about),
        ...judgeSubject(known, undefined, about),
      ];
    case 'json':
      return [passed('userinfo_response', about), ...judgeSubject(known, answer.claims, about)];
    case 'jwt': {
      const { token } = answer;
      const claims = token.kind === 'signed' && token.isPayloadReadable ? token.claims : undefined;
      return [
        passed('userinfo_response', about),
        await judgeSigned(known, answer, about),
        ...judgeSubject(known, claims, about),
      ];
    }
  }
}
