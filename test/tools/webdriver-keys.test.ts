import { expect, test } from 'vitest';
import { keyActions } from '../../tools/browsers/webdriver-keys.mjs';

test('a chord is held in its order and let go in reverse', () => {
  expect(keyActions('Control+a')).toEqual([
    { type: 'keyDown', value: '\uE009' },
    { type: 'keyDown', value: 'a' },
    { type: 'keyUp', value: 'a' },
    { type: 'keyUp', value: '\uE009' },
  ]);
});

test('the plus sign is a key', () => {
  expect(keyActions('+').map(({ value }) => value)).toEqual(['+', '+']);
});

test('ControlOrMeta is the platform’s own', () => {
  expect(keyActions('ControlOrMeta+c', 'darwin')[0]?.value).toBe('\uE03D');
  expect(keyActions('ControlOrMeta+c', 'linux')[0]?.value).toBe('\uE009');
});

test('a key that does not exist is refused', () => {
  expect(() => keyActions('Entre')).toThrow('Unknown key Entre');
});
