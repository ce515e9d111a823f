import { expect, test } from 'vitest';
import { captureOf } from '../../../src/capture/capture-of.ts';
import type { PendingLogin } from '../../../src/protocol/records.ts';
import { login, now, profile } from '../../support/records.ts';

function captureFrom(own: PendingLogin) {
  return captureOf({
    id: 'c1',
    profile: profile(),
    answer: { source: 'fragment', pairs: [['error', 'login_required']], problems: [] },
    arrival: {
      id: 'a1',
      url: `${profile().callback}#error=login_required`,
      kind: 'committed',
      tabId: 7,
      frameId: 0,
      at: now,
      refused: [],
    },
    login: own,
    isPrivate: false,
    isAmbiguous: false,
    isErrorPage: false,
    isIntercepted: false,
  });
}

test('the answer to a silent login is known as one, with the prompt that was sent', () => {
  const request = { ...login().request, prompt: 'none' };
  expect(captureFrom(login({ silent: true, request }))).toMatchObject({ silent: true, request: { prompt: 'none' } });
});

test('the answer to another login is not', () => {
  expect(captureFrom(login())).not.toHaveProperty('silent');
});
