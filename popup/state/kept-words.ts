/** Where a capture is kept and until when; one of a private window goes before the browser does. */
export function keptWords(isPrivate: boolean): string {
  return `In memory only. Forgotten ${isPrivate ? 'with the last private window' : 'when the browser closes'}.`;
}
