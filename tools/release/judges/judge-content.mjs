import { fail, pass } from '../verdict.mjs';

/** What no package may hold, and what it would be. */
const unwanted = /** @type {[RegExp, string][]} */ ([
  [/<all_urls>/, '<all_urls>'],
  [/automated runs only/, 'a variant for automated runs'],
  [/[#@] ?sourceMappingURL=/, 'a source map'],
  [/\bdebugger\s*[;}]/, 'a debugger statement'],
  [/\bNODE_ENV\b|__DEV__|CLAIMCHECK_|preact\/(?:debug|devtools)|__PREACT_DEVTOOLS__/, 'a debug flag'],
  [/\beval\(|new Function\(/, 'eval'],
  [/\.(?:inner|outer)HTML\s*\+?=(?!=)|insertAdjacentHTML|document\.write\(/, 'HTML made from text'],
]);
/** Members of a manifest that a store sets, or that only an unpacked extension has. */
const unwantedMembers = ['key', 'update_url', 'host_permissions', 'content_scripts'];

/**
 * Does a package hold nothing but what people are to run?
 *
 * @param {{ file: string, entries: { name: string, text: string }[] }} pack
 */
export function judgeContent({ file, entries }) {
  const check = `content of ${file}`;
  const found = entries.flatMap(({ name, text }) => [
    ...(/\.map$|\.[jt]sx?\.map|\.tsx?$|(?:^|\/)\.|\.test\./.test(name) ? [`${name} does not belong there`] : []),
    ...unwanted.filter(([pattern]) => pattern.test(text)).map(([, what]) => `${name}: ${what}`),
  ]);
  const manifest = JSON.parse(entries.find(({ name }) => name === 'manifest.json')?.text ?? '{}');
  for (const member of unwantedMembers) if (member in manifest) found.push(`manifest.json: ${member}`);
  if (!manifest.version) found.push('manifest.json: no version');
  if (found.length === 0)
    return pass(check, 'no debug flag, no <all_urls>, no source map, no variant for automated runs');
  return fail(check, found.join('; '), 'find in the source or in build.mjs where it comes from');
}
