import { expect, test } from 'vitest';
import { withApproval } from '../../tools/browsers/approve-permissions.mjs';

test('approval is added to what a profile holds, and the rest is left alone', () => {
  const preferences = {
    browser: { theme: 1 },
    extensions: {
      settings: {
        other: { location: 1 },
        ours: { location: 8, runtime_granted_permissions: { api: ['tabs'], explicit_host: ['https://a.test/*'] } },
      },
    },
  };
  expect(withApproval(preferences, 'ours', { permissions: ['tabs', 'webNavigation'] })).toEqual({
    browser: { theme: 1 },
    extensions: {
      settings: {
        other: { location: 1 },
        ours: {
          location: 8,
          runtime_granted_permissions: {
            api: ['tabs', 'webNavigation'],
            explicit_host: ['https://a.test/*'],
            manifest_permissions: [],
            scriptable_host: [],
          },
        },
      },
    },
  });
});

test('a new profile gets nothing but the approval', () => {
  expect(withApproval({}, 'ours', { origins: ['http://127.0.0.1/*'] })).toHaveProperty(
    'extensions.settings.ours.runtime_granted_permissions.explicit_host',
    ['http://127.0.0.1/*'],
  );
});
