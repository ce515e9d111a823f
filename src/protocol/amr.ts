/** Authentication methods, the values of `amr` (RFC 8176 section 2), in plain words. */
const methods: Record<string, string> = {
  face: 'face recognition',
  fpt: 'fingerprint',
  geo: 'location',
  hwk: 'a key held in hardware',
  iris: 'iris scan',
  kba: 'questions only the user can answer',
  mca: 'two or more channels',
  mfa: 'two or more factors',
  otp: 'a one-time code',
  pin: 'a PIN or pattern',
  pop: 'proof of holding a key',
  pwd: 'a password',
  rba: 'a look at the risk',
  retina: 'retina scan',
  sc: 'a smart card',
  sms: 'a code by text message',
  swk: 'a key held in software',
  tel: 'a phone call',
  user: 'a sign that the user was there',
  vbm: 'voice recognition',
  wia: 'the Windows sign-in',
};

/** What an authentication method is, or undefined for a provider's own. */
export function findMethod(value: string): string | undefined {
  return Object.hasOwn(methods, value) ? methods[value] : undefined;
}
