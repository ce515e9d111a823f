const encoder = new TextEncoder();

/** Room for what is usual: memory of its own for each text would take longer than the encoding does. */
const lent = new Uint8Array(16_384);

/** The bytes of a text for who is done with them at once, as WebCrypto is that copies them: the next call may overwrite them. */
export function lendUtf8(text: string): Uint8Array<ArrayBuffer> {
  if (text.length * 3 > lent.length) return encoder.encode(text);
  return lent.subarray(0, encoder.encodeInto(text, lent).written);
}
