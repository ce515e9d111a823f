/** What the parameter `claims` wants of the ID token, as far as it is checked. `acr`: the values, a space between them. */
export type RequestedClaims = { authTime: boolean; acr?: string };

/** Reads the parameter `claims` of a request (OpenID Connect Core section 5.5). What cannot be read wants nothing. */
export function readRequestedClaims(text: string | undefined): RequestedClaims {
  const idToken = member(parse(text), 'id_token');
  const acr = member(idToken, 'acr');
  const wanted = [member(acr, 'value'), member(acr, 'values')].flat().filter((value) => typeof value === 'string');
  return {
    authTime: member(member(idToken, 'auth_time'), 'essential') === true,
    ...(wanted.length > 0 && { acr: wanted.join(' ') }),
  };
}

function parse(text = ''): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}
