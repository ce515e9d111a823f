/** An engine that decodes base64 itself (ECMAScript 2026), or one that does not, whichever runs the tests. */

export type WithBase64 = 'with' | 'without';

const names = ['setFromBase64', 'toBase64'] as const;

/** Puts the methods in place or away, and gives back what undoes that. */
export function putBase64(which: WithBase64): () => void {
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(Uint8Array.prototype, name)] as const);
  for (const [name, own] of before) {
    if (which === 'without') Reflect.deleteProperty(Uint8Array.prototype, name);
    else if (!own) Object.defineProperty(Uint8Array.prototype, name, { configurable: true, value: methods[name] });
  }
  return () => {
    for (const [name, own] of before) {
      Reflect.deleteProperty(Uint8Array.prototype, name);
      if (own) Object.defineProperty(Uint8Array.prototype, name, own);
    }
  };
}

/** As lenient as the specification has them: white space and padding are let through, and so are unused bits. */
const methods = {
  setFromBase64(this: Uint8Array, text: string) {
    const bare = text.replace(/[\t\n\f\r ]/g, '');
    const plain = bare.length % 4 === 0 ? bare.replace(/={1,2}$/, '') : bare;
    if (!/^[\w-]*$/.test(plain) || plain.length % 4 === 1) throw new SyntaxError('no base64');
    const bytes = Buffer.from(plain, 'base64url');
    this.set(bytes);
    return { read: text.length, written: bytes.length };
  },
  toBase64(this: Uint8Array) {
    return Buffer.from(this).toString('base64url');
  },
};
