/** Whether the authorization answer to a request of this response type itself brings this. */
export function brings(responseType: string, what: 'token' | 'id_token' | 'code'): boolean {
  return wordsOf(responseType).includes(what);
}

/** The words of a response type, whose order does not count (OAuth 2.0 Multiple Response Types section 3). */
export function wordsOf(responseType: string): string[] {
  return [...new Set(responseType.split(/\s+/).filter((word) => word !== ''))];
}
