import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { profileSchema } from '../../src/protocol/records.ts';

type Described = {
  type: string;
  description?: string;
  properties?: Record<string, Described>;
  items?: Described;
};
type Entry = v.GenericSchema & { entries?: Record<string, Entry>; wrapped?: Entry; options?: unknown[]; item?: Entry };

const file = new URL('../../popup/managed-schema.json', import.meta.url);
const described: Described = JSON.parse(await readFile(file, 'utf8'));
const record = described.properties?.profiles?.items;

/** What a member of the record is, as the names of the schema of a policy. */
const policyTypes: Record<string, string> = {
  picklist: 'string',
  tuple: 'array',
  record: 'object',
};

function expectSame(entry: Entry, policy: Described | undefined, path: string, above?: string) {
  const { type, entries, options, item } = entry.wrapped ?? entry;
  const words = policy?.description ?? above;
  expect(policy?.type, path).toBe(policyTypes[type] ?? type);
  if (type === 'picklist') for (const option of options ?? []) expect(words, path).toContain(option);
  if (item) expectSame(item, policy?.items, `${path}[]`, words);
  if (!entries) return;
  expect(Object.keys(policy?.properties ?? {}).sort(), path).toEqual(Object.keys(entries).sort());
  for (const [name, member] of Object.entries(entries))
    expectSame(member, policy?.properties?.[name], `${path}.${name}`);
}

describe('the schema of a policy', () => {
  test('describes each member of a profile, as the record has it', () => {
    // the schemas of one library, read by the members that all of their kinds have
    expectSame(profileSchema as unknown as Entry, record, 'profile');
  });
  test('leaves the choice of values to us: Chromium drops the whole list for one that its schema does not name', () => {
    expect(JSON.stringify(described)).not.toContain('"enum"');
  });
  test('has words for each member', () => {
    for (const [name, member] of Object.entries(record?.properties ?? {}))
      expect(member.description, name).toMatch(/\.$/);
  });
  test('says of each required member that it is', () => {
    const required = Object.entries<Entry>(profileSchema.entries as unknown as Record<string, Entry>)
      .filter(([, entry]) => entry.type !== 'exact_optional')
      .map(([name]) => name);
    const said = Object.entries(record?.properties ?? {}).filter(([, { description }]) =>
      description?.includes('Required'),
    );
    expect(said.map(([name]) => name).sort()).toEqual(required.sort());
  });
});

test('the policy in docs/sharing.md is one that fits', async () => {
  const text = await readFile(new URL('../../docs/sharing.md', import.meta.url), 'utf8');
  const [policy = ''] = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json);
  const extensions: Record<string, { profiles: unknown[] }> = JSON.parse(policy)['3rdparty'].extensions;
  const profiles = Object.values(extensions).flatMap((extension) => extension.profiles);
  expect(profiles).toHaveLength(1);
  for (const one of profiles) expect(v.is(profileSchema, one)).toBe(true);
});
