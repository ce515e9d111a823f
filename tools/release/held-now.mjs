import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manifestFor } from '../../build.mjs';
import { heldIn } from './judges/judge-permissions.mjs';

const json = (/** @type {string} */ file) =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8'));

/** What the version of today asks for, as docs/store/permissions.json keeps it of the last release. */
export function heldNow() {
  const source = json('manifest.json');
  return {
    version: /** @type {string} */ (json('package.json').version),
    held: { chromium: heldIn(manifestFor(source, 'chromium')), firefox: heldIn(manifestFor(source, 'firefox')) },
  };
}
