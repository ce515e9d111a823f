/** The type of an answer (RFC 9110 section 8.3): in lower case, without parameters; empty where none was sent. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a media type is JSON: `application/json`, or one that is made on top of it (RFC 6839 section 3.1). */
export function isJson(type: string): boolean {
  return type === 'application/json' || /^application\/[\w.-]+\+json$/.test(type);
}
