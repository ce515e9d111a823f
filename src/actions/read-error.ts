import { parseObject } from '../protocol/json-strings.ts';
import { withoutSecrets } from '../protocol/without-secrets.ts';

/** In characters: more of what a provider says is not kept. */
const longest = 1000;

/** The error of a JSON body (RFC 6749 section 5.2, RFC 7009 section 2.2.1) in the provider's words, less what was sent there. */
export function readError(body: string, secrets: readonly string[]): { error?: string; description?: string } {
  const members = parseObject(body);
  const text = (name: string) => {
    const value = members?.get(name);
    if (typeof value !== 'string' || value === '') return undefined;
    // a part that is cut off could not be told from other text
    return withoutSecrets(value.slice(0, 8 * longest), secrets).slice(0, longest);
  };
  const [error, description] = [text('error'), text('error_description')];
  return { ...(error !== undefined && { error }), ...(description !== undefined && { description }) };
}
