// What a person sees: the login page and the pages that say what went wrong.

/** @typedef {import('./users.mjs').User} User */

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center;
    background: light-dark(#f3f4f6, #16181d); color: light-dark(#1c2330, #e8eaee); }
  main { width: min(24rem, calc(100vw - 4rem)); margin: 1rem; padding: 2rem; border-radius: .75rem;
    background: light-dark(#fff, #22262e); box-shadow: 0 1px 12px #0003; }
  h1 { margin: 0 0 1rem; font-size: 1.4rem; }
  label { display: block; margin-top: .75rem; font-weight: 600; }
  input { box-sizing: border-box; width: 100%; padding: .55rem .7rem; font: inherit;
    border: 1px solid #7b8494; border-radius: .4rem; }
  button { width: 100%; margin-top: 1.25rem; padding: .65rem; font: inherit; font-weight: 600;
    color: #fff; background: #1f5fbf; border: 0; border-radius: .4rem; cursor: pointer; }
  :focus-visible { outline: 3px solid light-dark(#1f5fbf, #8ab8ff); outline-offset: 2px; }
  [role=alert] { padding: .6rem .8rem; border-radius: .4rem; background: #a3151f; color: #fff; }
  table { width: 100%; border-collapse: collapse; text-align: left; font-size: .9rem; }
  caption { margin-top: 1.5rem; text-align: left; }
  th, td { padding: .2rem .5rem .2rem 0; }
`;

/** @param {string} text */
const escapeHtml = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/**
 * @param {string} title
 * @param {string} content HTML.
 */
const page = (title, content) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${content}
</main>
</body>
</html>
`;

/** @param {User} user */
const userRow = ({ username, password }) =>
  `<tr><td><code>${escapeHtml(username)}</code></td><td><code>${escapeHtml(password)}</code></td></tr>`;

/** @param {{ query: string, token: string, username: string, users: readonly User[], problem?: string }} view */
export const loginPage = ({ query, token, username, users, problem }) =>
  page(
    'Sign in to the demo pool',
    `${problem ? `<p role="alert">${escapeHtml(problem)}</p>` : ''}
<form method="post" action="/login?${escapeHtml(query)}">
<input type="hidden" name="_csrf" value="${escapeHtml(token)}">
<label for="username">User name</label>
<input id="username" name="username" value="${escapeHtml(username)}" autocomplete="username" autocapitalize="none" required autofocus>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<button type="submit">Sign in</button>
</form>
<table>
<caption>This is a demo on your own machine. These users exist:</caption>
<thead><tr><th scope="col">User name</th><th scope="col">Password</th></tr></thead>
<tbody>${users.map(userRow).join('')}</tbody>
</table>`,
  );

export const loginUnavailablePage = () =>
  page('Login pages unavailable', '<p>Login pages unavailable. Please contact an administrator.</p>');

export const somethingWentWrongPage = () =>
  page('Something went wrong', '<p>The sign-in was left open too long. Start it again.</p>');

/** @param {string} detail May be empty. */
export const errorPage = (detail) =>
  page(
    'Error',
    `<p>An error was encountered with the requested page.</p>${detail ? `<p>${escapeHtml(detail)}</p>` : ''}`,
  );

export const badRequestPage = () => page('Bad request', '<p>The request could not be understood here.</p>');
