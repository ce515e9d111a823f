import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Secret, searcherFor } from './needles.ts';
import { openFile } from './open-file.ts';
import { type Place, placeOf } from './place-of.ts';

/** `isOpened`: it lies beneath the container of the file and is not to be seen in its bytes. */
export type Hit = { secret: Secret; form: string; file: string; place: Place; isOpened: boolean };

export type Searched = {
  hits: Hit[];
  files: number;
  bytes: number;
  /** Files of a known kind that could not be opened, with the reason. */
  unopened: { file: string; place: Place; reason: string }[];
};

type Browser = { kind: 'chromium' | 'firefox'; extensionId: string };

/**
 * Searches every file of a browser's profile, byte by byte and opened, or those in the places that are wanted. `isBlind`
 * leaves out the opening, to show what that would miss.
 */
export function searchProfile(
  folder: string,
  secrets: readonly Secret[],
  { kind, extensionId }: Browser,
  { isBlind = false, isWanted = (_: Place): boolean => true } = {},
): Searched {
  const search = searcherFor(secrets);
  const searched: Searched = { hits: [], files: 0, bytes: 0, unopened: [] };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    const file = path.relative(folder, full).replaceAll('\\', '/');
    const place = placeOf(kind, extensionId, file);
    if (!isWanted(place)) continue;
    const bytes = bytesOf(full);
    if (!bytes) continue;
    searched.files++;
    searched.bytes += bytes.length;
    const inName = search(Buffer.from(file));
    const raw = [...inName, ...search(bytes)];
    searched.hits.push(...raw.map((found) => ({ ...found, file, place, isOpened: false })));
    if (isBlind) continue;
    try {
      const seen = new Set(raw.map(({ secret }) => secret.name));
      for (const part of openFile(full, bytes, { hasPast: place.whose === 'extension' })) {
        for (const found of search(part)) {
          if (seen.has(found.secret.name)) continue;
          seen.add(found.secret.name);
          searched.hits.push({ ...found, file, place, isOpened: true });
        }
      }
    } catch (error) {
      searched.unopened.push({ file, place, reason: String(error) });
    }
  }
  return searched;
}

/** Nothing of a file that went between the list and the look, as they do while the browser runs. */
function bytesOf(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
