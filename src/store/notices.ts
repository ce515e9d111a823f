import * as v from 'valibot';

/** Something that went wrong while nobody was looking and that the popup must say. Holds no secret. */
export const noticeSchema = v.object({
  id: v.string(),
  kind: v.picklist(['not_kept']),
  at: v.number(),
  /** The callback without its answer. */
  callback: v.string(),
});

export type Notice = v.InferOutput<typeof noticeSchema>;
