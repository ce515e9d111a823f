import { describe, expect, test } from 'vitest';
import { missingPackages } from '../../tools/packages.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/jose': { version: '6.2.17' },
    'node_modules/typescript': { version: '7.0.2' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  },
};

describe('node_modules is stale', () => {
  test('when it was never filled', () => {
    expect(missingPackages(lock, {})).toEqual(['node_modules/jose', 'node_modules/typescript']);
  });

  test('when a package has another version', () => {
    const installed = { packages: { ...lock.packages, 'node_modules/jose': { version: '6.2.16' } } };
    expect(missingPackages(lock, installed)).toEqual(['node_modules/jose']);
  });

  test('but not when a package for another system is missing', () => {
    const installed = {
      packages: {
        'node_modules/jose': { version: '6.2.17' },
        'node_modules/typescript': { version: '7.0.2' },
      },
    };
    expect(missingPackages(lock, installed)).toEqual([]);
  });
});
