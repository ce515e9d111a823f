import { expect, test } from 'vitest';
import { messageReader } from '../../tools/browsers/marionette.mjs';

test('messages are put together whatever the pieces they arrive in', () => {
  const texts = ['{"applicationType":"gecko"}', '[1,1,null,{"value":"größer: 3:[]"}]'];
  const wire = Buffer.from(texts.map((text) => `${Buffer.byteLength(text)}:${text}`).join(''));
  for (let size = 1; size <= wire.length; size++) {
    const seen: unknown[] = [];
    const read = messageReader((message) => seen.push(message));
    for (let start = 0; start < wire.length; start += size) read(wire.subarray(start, start + size));
    expect(seen).toEqual(texts.map((text) => JSON.parse(text)));
  }
});
