import { type Bearer, type Line, readCall, whyNoHeader } from './bearer-call.ts';
import { whyNoTemplate, withoutBraces } from './braces.ts';

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/**
 * A Postman collection (format v2.1.0) of one request, which Bruno imports too. What stands between `{{` and `}}` is a
 * variable in both, and a segment of the path that begins with a colon is one too. Neither reads the environment of the
 * system in the same way, so that a variable of the collection, still empty, stands for it.
 */
export function postmanCollection(address: string, bearer: Bearer): Line {
  const call = readCall(address);
  if (!call.ok) return call;
  const reason = whyNoHeader(bearer) ?? whyNoTemplate(bearer);
  if (reason) return { ok: false, reason };
  const { url } = call;
  const isEnv = typeof bearer === 'object';
  const token = isEnv ? `{{${bearer.env}}}` : bearer;
  const collection = {
    info: { name: `Claimcheck: ${url.host}`, schema },
    item: [
      {
        name: `GET ${url.host}`,
        protocolProfileBehavior: { followRedirects: false },
        request: {
          method: 'GET',
          header: [],
          auth: { type: 'bearer', bearer: [{ key: 'token', value: token, type: 'string' }] },
          url: withoutPathVariables(withoutBraces(url)),
        },
      },
    ],
    ...(isEnv && { variable: [{ key: bearer.env, value: '', type: 'string' }] }),
  };
  return { ok: true, text: `${JSON.stringify(collection, null, 2)}\n` };
}

/** The same address with an escaped colon at the start of a segment. */
function withoutPathVariables(address: string): string {
  const [path = '', query] = address.split(/\?(.*)/s);
  const escaped = path.replaceAll('/:', '/%3A');
  return query === undefined ? escaped : `${escaped}?${query}`;
}
