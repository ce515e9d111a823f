import type { Known } from './known.ts';

/** The words of a response type; their order means nothing (OAuth 2.0 Multiple Response Types section 1). */
export type ResponseType = ReadonlySet<string>;

/**
 * What was asked for, or what the profile asks for when the request is not known. Undefined without either, and of a
 * token that was pasted alone: it may come from any flow.
 */
export function findResponseType({ capture, profile }: Pick<Known, 'capture' | 'profile'>): ResponseType | undefined {
  const text = capture.request?.responseType ?? (capture.callback === '' ? undefined : profile?.responseType);
  const words = text?.split(' ').filter((word) => word !== '') ?? [];
  return words.length === 0 ? undefined : new Set(words);
}

/** Whether it consists of exactly these words. */
export function isType(type: ResponseType | undefined, ...words: string[]): boolean {
  return type?.size === words.length && words.every((word) => type.has(word));
}
