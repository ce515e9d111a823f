import * as v from 'valibot';

/** Something that went wrong while nobody was looking and that the popup must say. Holds no secret. */
export const noticeSchema = v.object({
  /**
   * `not_kept`: the browser's memory for extensions was full when a login came back. `evicted`: the oldest captures
   * went to make room. `too_large`: an answer was over the limit, which `detail` says. `locked`: captures went when the
   * screen was locked. `session_lost`: they went with the memory, as the extension was updated,
   * reloaded or turned off.
   */
  kind: v.picklist(['not_kept', 'evicted', 'too_large', 'locked', 'session_lost']),
  at: v.number(),
  /** `evicted`, `locked`, `session_lost`: how many captures; `too_large`: size and limit, in words. */
  detail: v.exactOptional(v.string()),
  /** The callback without its answer; empty for answers that still wait for room. */
  callback: v.string(),
});

export type Notice = v.InferOutput<typeof noticeSchema>;

/** The list with this notice in it once, the newest first. */
export function withNotice(notices: Notice[], notice: Notice): Notice[] {
  return [notice, ...notices.filter(({ kind, callback }) => kind !== notice.kind || callback !== notice.callback)];
}
