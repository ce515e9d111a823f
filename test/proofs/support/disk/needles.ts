/** What is looked for. `inAddress`: it has stood in an address of the browser, which the extension cannot help. */
export type Secret = { name: string; value: string; inAddress: boolean };

type Needle = { secret: Secret; form: string; bytes: Buffer };

const pieceLength = 40;

/**
 * A search for secrets in every form they may have on disk. Of a long one its first, middle and last 40 characters are looked
 * for, so that one which was cut is found as well. Gives the name of each secret with the forms it was found in.
 */
export function searcherFor(secrets: readonly Secret[]): (bytes: Buffer) => { secret: Secret; form: string }[] {
  const byStart = new Map<number, Needle[]>();
  const isStart = new Uint8Array(65_536);
  for (const [piece, secret] of ownersOf(secrets)) {
    for (const [form, bytes] of formsOf(piece)) {
      const start = bytes.readUInt32LE(0);
      byStart.set(start, [...(byStart.get(start) ?? []), { secret, form, bytes }]);
      isStart[start & 0xffff] = 1;
    }
  }
  return (bytes) => {
    const found = new Map<string, { secret: Secret; form: string }>();
    for (let at = 0; at + 4 <= bytes.length; at++) {
      // a profile has tens of megabytes: almost every place is passed over here
      if (isStart[(bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)] !== 1) continue;
      for (const needle of byStart.get(bytes.readUInt32LE(at)) ?? []) {
        if (!bytes.subarray(at, at + needle.bytes.length).equals(needle.bytes)) continue;
        const { secret, form } = needle;
        found.set(`${secret.name} ${form}`, { secret, form });
      }
    }
    return [...found.values()];
  };
}

/** Whose each piece is. Tokens of one key begin alike: such a piece is taken for that of a token in an address, if there is one. */
function ownersOf(secrets: readonly Secret[]): Map<string, Secret> {
  const owners = new Map<string, Secret>();
  for (const secret of secrets) {
    if (secret.value.length < 8) throw new Error(`${secret.name} is too short to be told from chance`);
    for (const piece of piecesOf(secret.value)) {
      if (!owners.has(piece) || secret.inAddress) owners.set(piece, secret);
    }
  }
  return owners;
}

function piecesOf(value: string): string[] {
  if (value.length <= pieceLength) return [value];
  const middle = Math.floor((value.length - pieceLength) / 2);
  return [value.slice(0, pieceLength), value.slice(middle, middle + pieceLength), value.slice(-pieceLength)];
}

/** Each form with its bytes; in base64 a text looks another way at each of three places. */
export function formsOf(text: string): [form: string, bytes: Buffer][] {
  const utf16 = Buffer.from(text, 'utf16le');
  const forms: [string, Buffer][] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['percent-encoded', Buffer.from(encodeURIComponent(text))],
  ];
  for (const encoding of ['base64', 'base64url'] as const) {
    for (const before of [0, 1, 2]) {
      const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
      // characters at the ends hold bits of what stands beside
      const first = before === 0 ? 0 : before + 1;
      const last = Math.floor((bytes.length * 8) / 6);
      forms.push([encoding, Buffer.from(bytes.toString(encoding).slice(first, last))]);
    }
  }
  const seen = new Set<string>();
  return forms.filter(([, bytes]) => !seen.has(bytes.toString('hex')) && seen.add(bytes.toString('hex')));
}
