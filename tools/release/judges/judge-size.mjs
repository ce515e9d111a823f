import { fail, pass } from '../verdict.mjs';

/**
 * Does a package weigh what it may?
 *
 * @param {{ file: string, bytes: number, limit: number }} weight
 */
export function judgeSize({ file, bytes, limit }) {
  const check = `size of ${file}`;
  const said = `${bytes} of ${limit} bytes`;
  if (bytes <= limit) return pass(check, said);
  return fail(check, said, '`npm run build` names the biggest parts; the limit stands in tools/build-size.mjs');
}
