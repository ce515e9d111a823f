import { describe, expect, test } from 'vitest';
import { designParts } from '../../popup/dev/design-states.ts';
import { states } from '../../popup/dev/states.ts';

const names = states.map(({ name }) => name);

function doubled(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at);
}

describe('the states of the plain page', () => {
  test('have a name each', () => {
    expect(doubled(names)).toEqual([]);
  });
  test('are named for their width', () => {
    const widthOf = (name: string) => /^(page|panel)-/.exec(name)?.[1] ?? 'popup';
    expect(states.filter(({ name, width }) => widthOf(name) !== width).map(({ name }) => name)).toEqual([]);
  });
});

describe.each(designParts)('%s', (_part, own) => {
  test('is shown in each of its states', () => {
    expect(own.filter(([, name]) => !names.includes(name))).toEqual([]);
    expect(doubled(own.map(([what]) => what))).toEqual([]);
  });
});

test('no part of the face is left out', () => {
  expect(designParts.map(([part]) => part)).toEqual([
    ...['Bar', 'Button', 'Menu', 'Stub', 'Token tabs', 'Action row', 'Claims', 'Value', 'Checks', 'userInfo'],
    ...['Raw token', 'Note', 'Exact string', 'Timeline', 'Capture list', 'Profile field', 'Authorize preview'],
    ...['Permission list', 'Compare', 'Dialog', 'Trust page', 'First run'],
  ]);
});
