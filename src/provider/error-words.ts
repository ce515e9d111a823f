/** What an error means, in plain words, and what to do. */
export type ErrorWords = {
  heading: string;
  meaning: string;
  todo: string;
  /** The click path in the provider's console, in the provider's own labels; `<client>` in a catalogue stands for the app client. */
  consolePath?: string[];
};

/**
 * Where an error was seen. `authorize` is the answer to an authorization request, at the callback or from the endpoint
 * itself; `error_page` and `login_page` are pages of the provider; `api` is a call that is none of OAuth's.
 */
export const errorPlaces = [
  'authorize',
  'error_page',
  'login_page',
  'domain',
  'token',
  'userinfo',
  'revoke',
  'discovery',
  'logout',
  'api',
] as const;
export type ErrorPlace = (typeof errorPlaces)[number];

/** What was seen of an error: the code, the provider's own text, the HTTP status, the names beside it. */
export type SeenError = { error?: string; description?: string; status?: number; names?: readonly string[] };

/** One row of a catalogue. All that `match` names must fit; of several rows the first counts, so the particular ones stand first. */
export type ErrorEntry = {
  where: ErrorPlace;
  match: {
    /** The code. A general `invalid_request` whose text is this code alone counts as well: so Cognito answers. */
    code?: string;
    /** A pattern in the provider's own text, or in a code that is none. */
    says?: RegExp;
    /** The HTTP status. Without a code or pattern beside it, it counts only where no code was seen. */
    status?: number;
    /** The name of a parameter that must stand beside the error. */
    has?: string;
  };
  words: ErrorWords;
};

/** More of a text from outside is not searched. */
const longest = 2000;

/** The words of the first row that fits, or undefined. */
export function findEntry(entries: readonly ErrorEntry[], place: ErrorPlace, seen: SeenError): ErrorWords | undefined {
  return entries.find(({ where, match }) => where === place && fits(match, seen))?.words;
}

function fits({ code, says, status, has }: ErrorEntry['match'], seen: SeenError): boolean {
  const { error = '', description = '' } = seen;
  const text = description.slice(0, longest).replaceAll('+', ' ').trim();
  const isStatusAlone = status !== undefined && code === undefined && says === undefined;
  const isCode = code === undefined || error === code || (error === 'invalid_request' && text === code);
  const isSaid = says === undefined || says.test(text) || says.test(error.slice(0, longest));
  return (
    isCode &&
    isSaid &&
    !(isStatusAlone && error !== '') &&
    (status === undefined || status === seen.status) &&
    (has === undefined || (seen.names ?? []).includes(has))
  );
}
