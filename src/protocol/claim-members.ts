/** The members of claims that are objects, in plain words, by claim and member. */
const members: Record<string, Record<string, string>> = {
  // OpenID Connect Core section 5.1.1
  address: {
    formatted: 'The whole address, as it goes on a letter.',
    street_address: 'Street, house number and the like.',
    locality: 'City or town.',
    region: 'State, province or region.',
    postal_code: 'Postal code.',
    country: 'Country.',
  },
  // RFC 8693 sections 4.1 and 4.4
  act: {
    sub: 'Who is acting.',
    iss: 'Who named them.',
    client_id: 'The client that is acting.',
    act: 'Who acted before. For information alone: access is decided by the outermost actor.',
  },
  may_act: { sub: 'Who may act.', iss: 'Who named them.', client_id: 'The client that may act.' },
  // RFC 7800 section 3.1, RFC 8705 section 3.1, RFC 9449 section 6.1
  cnf: {
    jkt: 'Thumbprint of the DPoP key. Each call needs a proof that this key signed (RFC 9449).',
    'x5t#S256': 'Thumbprint of the client’s certificate. Each call needs it in the TLS connection (RFC 8705).',
    jwk: 'The key itself.',
    jwe: 'The key, encrypted for the recipient.',
    kid: 'Id of the key, which the recipient knows.',
    jku: 'Where the key could be had. It is not fetched.',
  },
  // RFC 8417 section 2.2; OpenID Connect Back-Channel Logout section 2.4
  events: {
    'http://schemas.openid.net/event/backchannel-logout': 'The user signed out: end the session.',
  },
};

/** The meaning of a member of a claim, or undefined for one that no specification knows: never a guess. */
export function findMemberMeaning(claim: string, member: string): string | undefined {
  const known = Object.hasOwn(members, claim) ? members[claim] : undefined;
  return known && Object.hasOwn(known, member) ? known[member] : undefined;
}
