import { describe, expect, test } from 'vitest';
import { emptyDraft } from '../../../../popup/state/profile/profile-draft.ts';
import {
  editField,
  fillForm,
  followStore,
  isDirty,
  openForm,
  settleForm,
  shownProblems,
  touchField,
} from '../../../../popup/state/profile/profile-form.ts';
import { profileFromDraft } from '../../../../popup/state/profile/profile-record.ts';
import { wantedProfile } from '../../../../popup/state/profile/profile-route.ts';

const stored = profileFromDraft(
  { ...emptyDraft, name: 'demo', customDomain: 'auth.example.com', clientId: 'c', callback: 'http://localhost/cb' },
  'p',
);

describe('a form', () => {
  test('has edits once something differs from what is stored, and none when it is changed back', () => {
    const form = openForm(stored);
    const edited = editField(form, 'name', { name: 'other' });
    expect([isDirty(form), isDirty(edited), isDirty(editField(edited, 'name', { name: 'demo' }))]).toEqual([
      false,
      true,
      false,
    ]);
    expect(isDirty(openForm(undefined))).toBe(false);
  });

  test('has edits once something else is to happen when the login comes back', () => {
    const on = { watchRequests: true, intercept: true, cleanUp: ['history' as const] };
    const edited = editField(openForm(stored), 'intercept', on);
    const off = { watchRequests: false, intercept: false, cleanUp: [] };
    expect([isDirty(edited), isDirty(editField(edited, 'intercept', off))]).toEqual([true, false]);
  });

  test('says at once of a secret that lies on disk already, not of one that is being typed', () => {
    const extraParams: [string, string][] = [['client_secret', 's']];
    const ids = (form: Parameters<typeof shownProblems>[0]) => shownProblems(form, []).map(({ id }) => id);
    expect(ids(openForm({ ...stored, extraParams }))).toEqual(['params_secret']);
    expect(ids(editField(openForm(undefined), 'extraParams', { extraParams }))).toEqual([]);
  });

  test('says where a value came from until it is changed', () => {
    const filled = fillForm(openForm(stored), { draft: emptyDraft, fields: ['clientId', 'callback'] }, 'url');
    expect(filled.sources).toEqual({ clientId: 'url', callback: 'url' });
    expect(editField(filled, 'clientId', { clientId: 'x' }).sources).toEqual({ callback: 'url' });
  });

  test('shows what the store says while it has no edits, and keeps edits that are not saved', () => {
    const elsewhere = { ...stored, name: 'renamed', clockSkew: 5 };
    expect(followStore(openForm(stored), elsewhere).draft.name).toBe('renamed');
    const edited = editField(openForm(stored), 'callback', { callback: 'http://localhost/other' });
    const followed = followStore(edited, elsewhere);
    expect(followed.draft).toBe(edited.draft);
    expect(followed.base).toBe(elsewhere);
    expect(followStore(edited, structuredClone(stored))).toBe(edited);
    expect(followStore(edited, undefined)).toBe(edited);
  });

  test('starts anew from what was saved, with what was typed meanwhile', () => {
    const typed = editField(openForm(undefined), 'name', { name: ' demo ' });
    expect(settleForm(typed, stored, typed.draft).draft.name).toBe('demo');
    const more = editField(typed, 'name', { name: 'demo and more' });
    const settled = settleForm(more, stored, typed.draft);
    expect([settled.draft.name, isDirty(settled)]).toEqual(['demo and more', true]);
  });

  test('speaks of a field that was left, of what is missing only once saving was tried', () => {
    const form = editField(openForm(undefined), 'callback', { callback: 'nonsense' });
    expect(shownProblems(form, [])).toEqual([]);
    const left = touchField(touchField(form, 'callback'), 'name');
    expect(shownProblems(left, []).map(({ field }) => field)).toEqual(['callback']);
    const tried = shownProblems({ ...left, isTried: true }, []);
    expect(tried.map(({ field }) => field)).toEqual(['name', 'prefix', 'clientId', 'callback']);
  });
});

describe('a route', () => {
  const profiles = [{ id: 'a' }, { id: 'b' }];
  const routes: [route: string, list: { id: string }[], active: string | undefined, wanted: string | undefined][] = [
    ['new', profiles, 'a', 'fresh'],
    ['b', profiles, 'a', 'b'],
    ['gone', profiles, 'a', 'gone'],
    ['', profiles, 'b', 'b'],
    ['', profiles, 'gone', 'a'],
    ['', profiles, '', 'a'],
    ['', profiles, undefined, undefined],
    ['', [], undefined, 'fresh'],
  ];

  test.each(routes)('"%s" among %j with %s in front means %s', (route, list, active, wanted) => {
    expect(wantedProfile(route, list, active, 'fresh')).toBe(wanted);
  });
});
