/** The response types of the implicit flow (OAuth 2.0 section 4.2, OpenID Connect Core section 3.2), as they are sent. */
export const implicitTypes = ['token', 'id_token', 'id_token token'] as const;

/** Whether two response types ask for the same: the order of the words does not count. */
export function isSameType(one: string, other: string): boolean {
  return sorted(one) === sorted(other);
}

/** A response type of the implicit flow in the order in which it is sent, or undefined for any other. */
export function findImplicitType(responseType: string): (typeof implicitTypes)[number] | undefined {
  return implicitTypes.find((type) => isSameType(type, responseType));
}

/** Whether the authorization answer itself brings this. */
export function brings(responseType: string, what: 'token' | 'id_token' | 'code'): boolean {
  return wordsOf(responseType).includes(what);
}

function sorted(responseType: string): string {
  return wordsOf(responseType).sort().join(' ');
}

function wordsOf(responseType: string): string[] {
  return [...new Set(responseType.split(/\s+/).filter((word) => word !== ''))];
}
