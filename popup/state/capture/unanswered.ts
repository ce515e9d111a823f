/** The outcome of a message that nobody answered: the worker is gone. */
export const unanswered = {
  ok: false as const,
  reason: 'The extension did not answer. Reload it on the browser’s extensions page.',
};
