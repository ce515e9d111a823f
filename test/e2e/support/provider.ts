import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TestPage } from '../../../tools/browsers/driver.ts';
import { html, type PageServer, servePages } from './page-server.ts';

/**
 * A provider whose login page is one button. It hands over the access token "of-CLIENT", by 302 in the fragment or, as
 * `response_mode` asks, by a form; no address of its own holds it. At /answer it does so without the button.
 */
export function serveProvider(): Promise<PageServer> {
  return servePages((request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '', 'http://127.0.0.1');
    if (pathname === '/authorize') showLogin(query, response);
    else if (pathname === '/answer') answer(query, response);
    else html(response, 'the provider');
  });
}

/** Where the provider answers at once: a login that the app started. */
export function answerAt(provider: PageServer, callback: string, client: string, mode = 'fragment'): string {
  const query = { redirect_uri: callback, client_id: client, response_mode: mode, state: `state-${client}` };
  return `${provider.origin}/answer?${new URLSearchParams(query)}`;
}

/** Signs in at the provider's page. */
export function goOn(page: TestPage): Promise<unknown> {
  return page.getByRole('button', { name: 'Go on' }).click();
}

/** Answers as an app does that takes in its logins. */
export function answerAsApp(_request: IncomingMessage, response: ServerResponse): void {
  html(response, 'the app');
}

function showLogin(query: URLSearchParams, response: ServerResponse): void {
  html(response, `<form action="/answer">${inputs([...query])}<button>Go on</button></form>`);
}

function answer(query: URLSearchParams, response: ServerResponse): void {
  const to = query.get('redirect_uri') ?? '';
  const params = new URLSearchParams({ access_token: `of-${query.get('client_id')}`, state: query.get('state') ?? '' });
  if (query.get('response_mode') !== 'form_post') {
    response.writeHead(302, { location: `${to}#${params}` }).end();
    return;
  }
  const form = `<form method="post" action="${to}">${inputs([...params])}</form>`;
  html(response, `${form}<script>document.forms[0].submit()</script>`);
}

function inputs(fields: [string, string][]): string {
  return fields.map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`).join('');
}
