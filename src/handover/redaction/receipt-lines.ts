import type { SecretKind } from './names.ts';
import type { Receipt } from './redact.ts';

const nouns: Record<SecretKind, [one: string, more: string]> = {
  signature: ['signature cut', 'signatures cut'],
  encrypted: ['encrypted token replaced', 'encrypted tokens replaced'],
  token: ['opaque token replaced', 'opaque tokens replaced'],
  code: ['code replaced', 'codes replaced'],
  state: ['state replaced', 'states replaced'],
  nonce: ['nonce replaced', 'nonces replaced'],
  verifier: ['code verifier replaced', 'code verifiers replaced'],
  secret: ['secret replaced', 'secrets replaced'],
  value: ['other value that looks like a token replaced', 'other values that look like tokens replaced'],
};

/** What was removed, a line each. */
export function receiptLines({ removed, masked, leftOut }: Receipt): string[] {
  const kinds = Object.entries(nouns).flatMap(([kind, [one, more]]) => {
    const count = removed[kind as SecretKind] ?? 0; // the keys of the table just above
    return count === 0 ? [] : [`${count} ${count === 1 ? one : more}`];
  });
  const names = masked.map(({ claim }) => claim);
  return [
    ...kinds,
    ...(names.length > 0 ? [`Claims masked: ${names.join(', ')}`] : []),
    ...leftOut.map((member) => `Left out of a profile: ${member}`),
  ];
}
