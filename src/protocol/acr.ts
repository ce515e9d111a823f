/** Classes of a sign-in, the values of `acr` that a specification defines, in plain words. */
const classes: Record<string, string> = {
  // OpenID Connect Core section 2
  '0': 'no more than a cookie that lasts: too little for anything that costs money',
  // InCommon Identity Assurance Profiles
  'urn:mace:incommon:iap:silver': 'InCommon Silver: identity proofed, password or better',
  'urn:mace:incommon:iap:bronze': 'InCommon Bronze: the same person each time, identity not proofed',
  // OpenID Connect Extended Authentication Profile ACR Values section 2
  phr: 'a method that withstands phishing',
  phrh: 'a method that withstands phishing, with its key in hardware',
};

/** What an authentication context class stands for, or undefined for a provider's own. */
export function findClass(value: string): string | undefined {
  return Object.hasOwn(classes, value) ? classes[value] : undefined;
}
