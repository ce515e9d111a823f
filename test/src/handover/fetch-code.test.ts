import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bearerFetch, quoteJs } from '../../../src/handover/fetch-code.ts';

/** What the code hands to `fetch` when it is run. */
async function run(code: string, env: Record<string, string> = {}): Promise<unknown[]> {
  let given: unknown[] = [];
  const fetch = async (...all: unknown[]) => {
    given = all;
    return { status: 200, text: async () => '' };
  };
  await runInNewContext(`(async () => {${code}\n})()`, { fetch, process: { env }, console: { log: () => {} } });
  return given;
}

const address = 'https://api.example/orders?of=<ada>&n=1';

test('it calls the address with the token alone', async () => {
  const code = bearerFetch(address, 'aa.bb.cc');
  expect(code).toEqual({
    ok: true,
    text: `const response = await fetch("https://api.example/orders?of=%3Cada%3E&n=1", {
  headers: { Authorization: "Bearer aa.bb.cc" },
  credentials: "omit",
});
console.log(response.status, await response.text());
`,
  });
});

test('in Node it reads the token from the environment', async () => {
  const code = bearerFetch(address, { env: 'ACCESS_TOKEN' });
  if (!code.ok) throw new Error(code.reason);
  const [, init] = await run(code.text, { ACCESS_TOKEN: 'aa.bb.cc' });
  expect(init).toEqual({ headers: { Authorization: 'Bearer aa.bb.cc' }, credentials: 'omit' });
});

test('whatever a header can carry arrives, and no token ends a string or a script', async () => {
  const visible = fc.stringMatching(/^[\x21-\x7e]{1,40}$/);
  const nasty = fc.constantFrom('</script>', '<!--', '"', "'", '\\', '`', '\u0024{1}', '\\u003C', '*/', '//');
  const token = fc.array(fc.oneof(visible, nasty), { minLength: 1 }).map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(token, async (value) => {
      const code = bearerFetch('https://api.example/', value);
      if (!code.ok) throw new Error(code.reason);
      expect(code.text).not.toContain('<');
      const [url, init] = await run(code.text);
      expect(url).toBe('https://api.example/');
      expect(init).toMatchObject({ headers: { Authorization: `Bearer ${value}` } });
    }),
  );
});

test('what no header carries is refused', () => {
  for (const token of ['tök', 'a\nb', 'a b']) {
    expect(bearerFetch(address, token)).toMatchObject({ ok: false, reason: expect.stringMatching(/header/) });
  }
  expect(bearerFetch('http://api.example/', 't')).toMatchObject({ ok: false });
  expect(quoteJs('a\u2028b')).not.toContain('\n');
});
