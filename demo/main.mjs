// Runs the demo pool by hand until Ctrl-C: node demo/main.mjs [--port N] [--callback URL]...

import { parseArgs } from 'node:util';
import { startDemo } from './pool.mjs';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, callback: { type: 'string', multiple: true, default: [] } },
});

/**
 * An address to paste: the login page of the implicit client.
 *
 * @param {Awaited<ReturnType<typeof startDemo>>} demo
 */
function signInAt({ endpoints, clients, callback }) {
  const query = { response_type: 'token', client_id: clients.implicit.clientId, redirect_uri: callback };
  return `${endpoints.authorization}?${new URLSearchParams({ ...query, scope: 'openid email profile' })}`;
}

const [callback, ...callbacks] = values.callback;
const demo = await startDemo({ port: Number(values.port), ...(callback && { callback, callbacks }) });

const lines = [
  `Origin    ${demo.origin}`,
  `Issuer    ${demo.issuer}`,
  `Callback  ${[demo.callback, ...callbacks].join(' ')}`,
  `Sign-out  ${demo.logoutUri}`,
  `Sign in   ${signInAt(demo)}`,
  '',
  'Clients',
  ...Object.values(demo.clients).map(
    ({ name, clientId, clientSecret }) =>
      `  ${name.padEnd(14)}${clientId}${clientSecret ? `  secret ${clientSecret}` : ''}`,
  ),
  '',
  'Users',
  ...demo.users.map(
    ({ username, password, groups }) => `  ${username.padEnd(14)}${password.padEnd(12)}${groups.join(', ')}`,
  ),
  '',
  'Ctrl-C ends it.',
];
console.log(lines.join('\n'));

process.once('SIGINT', async () => {
  await demo.close();
});
