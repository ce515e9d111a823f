import { judgeCallback } from '../../../src/protocol/callback-rules.ts';
import { grantablePattern, isCustomScheme } from '../../../src/protocol/needs.ts';

type Asked = { responseMode?: string; extraParams: [name: string, value: string][] };
type Place = { callback: string };
type Flow = { responseType: string };

/** Whether the answer is posted to the callback. A parameter that the person added goes before the field. */
export function isFormPost({ responseMode, extraParams }: Asked): boolean {
  const added = extraParams.find(([name]) => name.trim() === 'response_mode')?.[1];
  return (added ?? responseMode) === 'form_post';
}

/** Whether the callback is one of a native app, and can be registered as it stands. */
export function isAppCallback({ callback }: Place): boolean {
  return isCustomScheme(callback.trim()) && judgeCallback(callback.trim()).refusal === undefined;
}

/** Whether this answer comes where only requests show it. */
export function wantsRequests(asked: Asked & Place & Flow): boolean {
  return asked.responseType !== '' && (isFormPost(asked) || isAppCallback(asked));
}

/** Whether the browser lets an extension ask for the callback's host: without it, no request to it can be seen. */
export function isReachable({ callback }: Place): boolean {
  return grantablePattern(callback.trim()) !== undefined;
}
