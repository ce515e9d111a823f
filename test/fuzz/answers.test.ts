import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { arrivalOf, isArrival, readAnswer } from '../../src/capture/arrival.ts';
import { captureOf } from '../../src/capture/capture-of.ts';
import { type Answer, parseAnswer, parseFormAnswer } from '../../src/protocol/answer.ts';
import { matchesCallback, withoutAnswer } from '../../src/protocol/callback-match.ts';
import { captureSchema } from '../../src/protocol/records.ts';
import { now, profile, token } from '../support/records.ts';
import { findCallbackFault } from './support/callback-fault.ts';
import { changeText } from './support/change-text.ts';
import { someChanges } from './support/changes.ts';
import { nastyNames, nastyTexts } from './support/nasty.ts';
import { throughDoor } from './support/through-door.ts';

const jwt = token({ sub: 'ada', nonce: 'the-nonce' });
const callbacks = [
  'http://localhost:3000/callback',
  'https://app.example/callback?tenant=a%20b&x=1',
  'https://app.example/',
  'com.example.app://callback',
  'com.example.app:/callback',
  'https://ünï.example:8443/call%2Fback;v=1',
  'http://[::1]:80/cb',
];
const answers = [
  `id_token=${jwt}&access_token=${jwt}&token_type=Bearer&expires_in=3600&state=the-state`,
  'code=abc-123&state=the-state&iss=https%3A%2F%2Fop.example',
  'error=access_denied&error_description=The+user%20said+no&error_uri=https%3A%2F%2Fop.example%2Fe&state=s',
  `response=${jwt}`,
  'state=only&session_state=x',
];
const marks = ['#', '?', '#?', '&', '#/route?', '?x=1#', '?access_token=a.b.c#'];
const part = fc.constantFrom;
const address = fc
  .tuple(part(...callbacks), part(...marks), part(...answers), someChanges)
  .map(([callback, mark, answer, changes]) => ({ callback, address: changeText(callback + mark + answer, changes) }));
const text = fc.oneof(part(...nastyTexts), part(jwt, 'Bearer', '3600', ''), fc.string({ unit: 'binary' }));
const name = fc.oneof(part(...nastyNames), part('code', 'state', 'error'));
const form = fc.tuple(fc.array(fc.tuple(name, text), { maxLength: 8 }), address);

function expectAnswer(answer: Answer | undefined, of: string) {
  if (!answer) return;
  expect(answer.pairs.length).toBeGreaterThan(0);
  for (const pair of answer.pairs) expect(pair.map((one) => typeof one)).toEqual(['string', 'string']);
  const names = new Set(answer.pairs.map(([one]) => one));
  const own = answer.problems.filter(({ id }) => ['duplicate_parameter', 'empty_parameter', 'not_utf8'].includes(id));
  for (const problem of own) expect(problem.names.every((one) => names.has(one))).toBe(true);
  const capture = captureOf({
    ...{ id: 'c', profile: profile(), answer, isAmbiguous: false, isPrivate: false, login: undefined },
    arrival: { id: '', url: of, kind: 'committed', tabId: 1, frameId: 0, at: now, refused: [] },
    ...{ isErrorPage: false, isIntercepted: false },
  });
  expect(v.is(captureSchema, capture)).toBe(true);
  // a token's value stands once
  for (const [one, value] of capture.params) if (Object.hasOwn(capture.tokens, one)) expect(value).toBe('');
}

test('an answer is read out of any address', async () => {
  await throughDoor('answer in an address', {
    inputs: address,
    enter: ({ address: one, callback }) => parseAnswer(one, callback),
    hold: (answer, { address: one }) => expectAnswer(answer, one),
  });
});

test('an answer is read out of any form', async () => {
  await throughDoor('answer in a form', {
    inputs: form,
    enter: ([pairs, at]) => parseFormAnswer(pairs, at.address),
    hold: (answer, [, at]) => expectAnswer(answer, at.address),
  });
});

test('what the browser reports is kept as it came, within its limits', async () => {
  await throughDoor('arrival', {
    inputs: form,
    enter: ([pairs, { address: url }]) =>
      arrivalOf({ url, form: pairs, kind: 'before', tabId: 1, frameId: 0, at: now }, 'id'),
    hold(arrival, [pairs, { address: url }]) {
      if (!arrival) return;
      expect(isArrival(arrival)).toBe(true);
      const [kept, whole] = [readAnswer(arrival, ''), readAnswer({ url, form: pairs }, '')];
      if (arrival.refused.length === 0) expect(kept).toEqual(whole);
      // what is over a limit is left out and said: all that is kept was there
      else expect(whole?.pairs.map(([name]) => name)).toEqual(expect.arrayContaining(namesOf(kept)));
    },
  });
});

const namesOf = (answer: ReturnType<typeof readAnswer>) => answer?.pairs.map(([name]) => name) ?? [];

test('an address is a registered callback only where each part of it is', async () => {
  const registered = fc.record({
    callback: fc.oneof(
      part(...callbacks),
      address.map((one) => one.address),
    ),
    anyLoopbackPort: fc.boolean(),
  });
  await throughDoor('callback match', {
    inputs: fc.tuple(registered, address),
    enter: ([one, { address: found }]) => matchesCallback(one, found),
    hold(isMatch, [one, { address: found }]) {
      if (!isMatch) return;
      // `app:/callback` and `app:///callback` are one place to the system, and two to whoever compares letters
      if (/^https?:/.test(one.callback)) expect(findCallbackFault(one, found)).toBeUndefined();
      // where it ended is kept without what it brought, and is the same callback still
      expect(withoutAnswer(found, one.callback)).not.toContain('#');
    },
  });
});
