import { describe, expect, test } from 'vitest';
import type { Host } from '../../popup/host.ts';
import { emptyDraft } from '../../popup/state/profile-draft.ts';
import { profileFromDraft } from '../../popup/state/profile-record.ts';
import { deleteProfile, type Save, saveProfile } from '../../popup/state/profile-save.ts';
import type { Profile } from '../../src/protocol/records.ts';

const draft = {
  ...emptyDraft,
  name: 'demo',
  customDomain: 'auth.example.com',
  clientId: 'c',
  callback: 'http://localhost/cb',
};
const stored = profileFromDraft(draft, 'p');

/** A host that writes down what was done with it, in order. */
function worldWith(profiles: Profile[], answer: () => Promise<boolean>) {
  const done: string[] = [];
  let list = profiles;
  const host = {
    profiles: {
      update: async (change: (records: Profile[]) => Profile[]) => {
        await Promise.resolve();
        list = change(list);
        done.push('written');
        return list;
      },
    },
    captures: {
      get: async () => [
        { id: 'c1', profileId: 'p' },
        { id: 'c2', profileId: 'q' },
      ],
    },
    activeProfile: { set: async (id: string) => void done.push(`active ${id}`) },
    send: async (message: { type: string }) => {
      done.push(JSON.stringify(message));
      return { ok: true };
    },
    permissions: {
      request: (grant: object) => {
        done.push(JSON.stringify(grant));
        return answer();
      },
    },
  };
  // only these members are used by what is tested
  return { host: host as unknown as Host, done, profiles: () => list };
}

const save: Save = { id: 'p', draft, base: undefined, canWatch: false, next: 'stay' };
const asks = '{"permissions":["webNavigation"]}';
const signsIn = '{"type":"signIn","profileId":"p"}';

describe('saving', () => {
  test('asks the browser before anything is awaited', () => {
    const { host, done } = worldWith([], async () => true);
    void saveProfile(host, save, () => {});
    expect(done).toEqual([asks]);
  });

  test('writes the profile while the browser still asks', async () => {
    const { host, profiles } = worldWith([], () => new Promise(() => {}));
    const saved = await new Promise<Profile>((resolve) => void saveProfile(host, save, resolve));
    expect(profiles()).toEqual([saved]);
    expect(saved).toEqual(stored);
  });

  const outcomes: [what: string, answer: () => Promise<boolean>, next: Save['next'], status: string, done: string[]][] =
    [
      ['allowed', async () => true, 'stay', 'saved', []],
      ['allowed, then signs in', async () => true, 'sign_in', 'saved', [signsIn]],
      ['declined', async () => false, 'stay', 'declined', []],
      ['declined, and does not sign in', async () => false, 'sign_in', 'declined', []],
      ['refused with an error', () => Promise.reject(new Error('no click')), 'sign_in', 'declined', []],
      [
        'refused at once',
        () => {
          throw new Error('no click');
        },
        'stay',
        'declined',
        [],
      ],
    ];

  test.each(outcomes)('is %s', async (_what, answer, next, kind, rest) => {
    const { host, done } = worldWith([], answer);
    expect(await saveProfile(host, { ...save, next }, () => {})).toEqual({ kind });
    expect(done).toEqual([asks, 'written', 'active p', ...rest]);
  });

  test('does not ask for what is granted', async () => {
    const { host, done } = worldWith([], async () => false);
    expect(await saveProfile(host, { ...save, canWatch: true }, () => {})).toEqual({ kind: 'saved' });
    expect(done).toEqual(['written', 'active p']);
  });

  test('changes the profile in its place and keeps what was changed elsewhere meanwhile', async () => {
    const other = { ...stored, id: 'q', name: 'other' };
    const { host, profiles } = worldWith([{ ...stored, clockSkew: 9 }, other], async () => true);
    await saveProfile(host, { ...save, draft: { ...draft, name: 'renamed' }, base: stored }, () => {});
    expect(profiles()).toEqual([{ ...stored, name: 'renamed', clockSkew: 9 }, other]);
  });

  test('says why when it could not be stored', async () => {
    const { host } = worldWith([], async () => true);
    host.profiles.update = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    expect(await saveProfile(host, save, () => {})).toEqual({ kind: 'failed', reason: 'QUOTA_BYTES quota exceeded' });
  });
});

describe('deleting', () => {
  test('takes the profile and has its own captures forgotten', async () => {
    const { host, done, profiles } = worldWith([stored, { ...stored, id: 'q' }], async () => true);
    await deleteProfile(host, 'p');
    expect(profiles().map(({ id }) => id)).toEqual(['q']);
    expect(done).toEqual(['written', '{"type":"forget","captureIds":["c1"]}']);
  });
});
