import { expect, test } from 'vitest';
import { signIn } from '../../../src/actions/sign-in.ts';
import type { PendingLogin } from '../../../src/protocol/records.ts';
import { now, profile } from '../../support/records.ts';

function world(authorization: string, openTab: (url: string) => Promise<number | undefined>) {
  let logins: PendingLogin[] = [];
  return {
    logins: () => logins,
    profiles: async () => [profile({ endpoints: { authorization } })],
    changeLogins: async (change: (logins: PendingLogin[]) => PendingLogin[]) => {
      logins = change(logins);
    },
    openTab,
    now: () => now,
  };
}

test('the login is stored before the tab is opened, and learns its tab', async () => {
  const own = world('https://idp.example/authorize', async (url) => {
    expect(own.logins().map(({ authorizeUrl }) => authorizeUrl)).toEqual([url]);
    return 7;
  });
  expect(await signIn('p1', own)).toEqual({ ok: true });
  expect(own.logins()).toMatchObject([{ tabId: 7, startedAt: now, ended: false }]);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'chrome://settings', ''])(
  'nothing is opened at %j',
  async (authorization) => {
    const own = world(authorization, async () => {
      throw new Error('opened');
    });
    expect(await signIn('p1', own)).toEqual({ ok: false, reason: expect.stringContaining('no web address') });
    expect(own.logins()).toEqual([]);
  },
);

test('a tab that the browser does not open leaves no login waiting', async () => {
  const own = world('https://idp.example/authorize', async () => {
    throw new Error('Tabs cannot be edited right now');
  });
  expect(await signIn('p1', own)).toEqual({ ok: false, reason: expect.stringContaining('did not open') });
  expect(own.logins()).toEqual([]);
});
