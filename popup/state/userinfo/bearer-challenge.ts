export type Refusal = { error?: string; description?: string; scope?: string };

/**
 * The reason in a WWW-Authenticate header (RFC 6750 section 3). Cognito leaves the scheme word out; it is read all the
 * same. Never throws.
 */
export function parseChallenge(header: string): Refusal {
  const found: Record<string, string> = {};
  const pairs = /(?:^|[\s,])(error|error_description|scope)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/gi;
  for (const [, name = '', quoted, bare] of header.slice(0, 4000).matchAll(pairs)) {
    found[name.toLowerCase()] ??= quoted === undefined ? (bare ?? '') : quoted.replace(/\\(.)/g, '$1');
  }
  return refusal(found);
}

/** The reason in a JSON body: `error` and `error_description`, or what AWS APIs write, `message`. Never throws. */
export function parseErrorBody(body: string): Refusal {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return {};
    const text = (name: string) => {
      const member = Object.entries(value).find(([key]) => key === name)?.[1];
      return typeof member === 'string' ? member : undefined;
    };
    return refusal({ error: text('error'), error_description: text('error_description') ?? text('message') });
  } catch {
    return {};
  }
}

function refusal({ error, error_description, scope }: Record<string, string | undefined>): Refusal {
  return {
    ...(error && { error }),
    ...(error_description && { description: error_description }),
    ...(scope && { scope }),
  };
}
