const list = new Intl.ListFormat('en');

/** What goes with “Forget everything”, named. */
export function forgottenWords(captures: number, logins: number): string {
  const goes = [
    captures === 1 ? '1 capture with its tokens, checks and userInfo answer' : capturesWords(captures),
    ...(logins === 0 ? [] : [logins === 1 ? '1 login under way' : `${logins} logins under way`]),
    'client secrets held in memory',
    'the documents of issuers',
    'the list of what was sent',
    'notices',
  ];
  return `These go from memory: ${list.format(goes)}.`;
}

function capturesWords(count: number): string {
  return count === 0
    ? 'all captures (there are none)'
    : `${count} captures with their tokens, checks and userInfo answers`;
}
