import { expect, test } from 'vitest';
import { unpackedId } from '../../tools/browsers/unpacked-id.mjs';

test('the id is the one that Chromium 156 gave an extension at this path', () => {
  expect(unpackedId('/tmp/cc-scratch/ext')).toBe('omklegdmaikijgdfkajahkocecngpndn');
});
