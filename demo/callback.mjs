// How an answer or an error is written onto the callback.

/** @typedef {[string, string][]} Parameters */

/**
 * @param {string} redirectUri Kept as it was registered, its own query included.
 * @param {Parameters} parameters
 * @param {boolean} inFragment
 */
export function callbackUrl(redirectUri, parameters, inFragment) {
  const separator = inFragment ? '#' : redirectUri.includes('?') ? '&' : '?';
  return `${redirectUri}${separator}${new URLSearchParams(parameters)}`;
}

/**
 * The parameters that were given, in the order in which they are sent.
 * @param {[string, string | undefined][]} parameters
 * @returns {Parameters}
 */
export function given(parameters) {
  return parameters.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/**
 * An error as a pool sends it, the general code last; or as the documentation prints it.
 * @param {import('./authorize-request.mjs').CallbackError} refusal
 * @param {{ documentationErrors: boolean }} settings
 */
export function errorParameters({ error, reason, state }, { documentationErrors }) {
  if (documentationErrors) return plainError(reason ?? error, state);
  return given([
    ['error_description', reason],
    ['state', state],
    ['error', error],
  ]);
}

/**
 * An error that has no general code above it.
 * @param {string} error
 * @param {string | undefined} state
 */
export function plainError(error, state) {
  return given([
    ['error', error],
    ['state', state],
  ]);
}
