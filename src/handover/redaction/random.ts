/** In characters: 128 random bits take 22 in base64url. */
const least = 20;

const candidate = /[A-Za-z0-9_~+/=.%-]+/g;

/** Where a text has runs of characters that no word explains: what stands there may be a token, whoever wrote it. */
export function findRandomRuns(text: string): { at: number; run: string }[] {
  if (text.length < least) return [];
  return [...text.matchAll(candidate)].flatMap(({ 0: found, index }) => {
    const run = trimmed(found);
    if (run.length < least || isWordLike(run)) return [];
    return [{ at: index + found.indexOf(run), run }];
  });
}

/** Without what ends a sentence or a path. */
function trimmed(run: string): string {
  let [start, end] = [0, run.length];
  while (/[./]/.test(run[start] ?? '')) start += 1;
  while (end > start && /[./]/.test(run[end - 1] ?? '')) end -= 1;
  return run.slice(start, end);
}

/** Whether a text is made of words and small numbers: `aws.cognito.signin.user.admin`, `us-east-1_EXAMPLE`. */
export function isWordLike(text: string): boolean {
  return text.split(/%[0-9a-f]{2}|[^A-Za-z0-9]+/i).every(isWordOrNumber);
}

function isWordOrNumber(piece: string): boolean {
  if (/^\d{0,13}$/.test(piece)) return true;
  // oauth2, sha256, v2
  if (/^[a-z]{1,9}\d{1,3}[a-z]?$/.test(piece)) return true;
  if (!/^[A-Za-z]+$/.test(piece)) return false;
  if (piece.length < 6) return true;
  const humps = piece.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  return humps.length <= piece.length / 4 && humps.every(isSpeakable);
}

/** Chance makes letters that nobody could say. */
function isSpeakable(hump: string): boolean {
  if (hump.length < 4) return hump.length > 1;
  const vowels = hump.match(/[aeiouy]/gi)?.length ?? 0;
  const isAllCapitals = /^[A-Z]+$/.test(hump);
  if (hump.length > (isAllCapitals ? 10 : 15)) return false;
  return vowels > 0 && !/[^aeiouy]{6}/i.test(hump);
}
