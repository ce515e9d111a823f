import { expect, test } from 'vitest';
import { nearMisses } from '../../../../popup/state/capture/near-misses.ts';

test.each([
  ['http://localhost:3000/callback', ['/callback/', '127.0.0.1', '3001', 'https']],
  ['https://app.example.com/cb/', ['/cb', 'www.app.example.com', 'http']],
  ['https://www.example.com/', ['no slash', 'http']],
  ['https://app.example.com./cb', ['/cb/', 'app.example.com', 'http']],
  ['myapp://callback', ['/', 'myapp:/']],
  ['com.example.app:/signed-in/', ['/signed-in', 'com.example.app://']],
  ['no url', []],
])('%s is not %j', (callback, others) => {
  expect(nearMisses(callback).map(({ other }) => other)).toEqual(others);
});
