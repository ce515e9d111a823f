/** The article's journey without a person: sign in, read the tokens, call userInfo, run the curl line. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { captureWith, copied } from './journey.mjs';
import { signInAndCallUserinfo } from './open-demo.mjs';

/** @param {import('./open-demo.mjs').OpenDemo} open */
export async function runByItself(open) {
  const { driver, profile, codeProfile } = open;
  await driver.writeStorage('local', { profiles: [profile, codeProfile], activeProfile: profile.id });
  const popup = await driver.openPage('popup.html');
  const capture = await signInAndCallUserinfo(open, popup);
  await popup.getByRole('button', { name: 'Copy as…' }).click();
  await popup.getByRole('menuitem', { name: 'curl for userInfo' }).click();
  const command = await copied(driver, popup, (text) => text.startsWith('curl '), 'the curl line to be copied');
  const checks = await popup.evaluate(readChecks);
  return {
    profile,
    capture,
    checks,
    claims: { id_token: claimsOf(capture.tokens.id_token), access_token: claimsOf(capture.tokens.access_token) },
    userinfo: parsed(capture.userinfo?.body ?? ''),
    curl: { command, ...(await runShell(command)) },
    code: await refreshByItself(open, popup),
  };
}

/**
 * The code flow: the pool still knows the user, so that a press on "Sign in" is all. The token is refreshed once.
 * @param {import('./open-demo.mjs').OpenDemo} open
 * @param {import('./browsers/driver.ts').TestPage} popup
 */
async function refreshByItself({ driver, codeProfile }, popup) {
  const { id: profileId } = codeProfile;
  await driver.writeStorage('local', { activeProfile: profileId });
  await popup.getByRole('button', { name: 'Profile Demo pool, code Cognito, code' }).waitFor();
  await popup.getByRole('button', { name: 'Sign in', exact: true }).click();
  /** @param {number} calls */
  const judgedAfter = (calls) => (/** @type {import('../src/protocol/records.ts').Capture} */ capture) =>
    capture.profileId === profileId && capture.tokenCalls.length === calls && capture.judgedAt !== undefined;
  await captureWith(driver, judgedAfter(1), 'the code to be exchanged');
  await popup.bringToFront();
  await popup.getByRole('tab', { name: 'Refresh token' }).click();
  await popup.getByRole('button', { name: 'Refresh', exact: true }).click();
  const capture = await captureWith(driver, judgedAfter(2), 'the token to be refreshed');
  return { profile: codeProfile, capture };
}

/** What the popup says of the checks: their sum, and each that did not pass, in a few words. Runs in the page. */
function readChecks() {
  const textOf = (/** @type {Element | null} */ element) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const open = [...document.querySelectorAll('[aria-labelledby="checks-h"] .checks > li')].filter(
    (line) => !line.closest('details'),
  );
  return {
    sum: textOf(document.querySelector('a.verdict')),
    open: open.map((line) => `${textOf(line.querySelector('.verdict'))}: ${textOf(line.querySelector('span'))}`),
  };
}

/**
 * Runs a command line as a person who pastes it. The pool answers from this very process, so nothing may block it.
 * @param {string} command
 */
async function runShell(command) {
  const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  const [exitCode] = await once(shell, 'close');
  return { exitCode: Number(exitCode ?? 1), output };
}

/** @param {string | undefined} token */
function claimsOf(token) {
  return parsed(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString());
}

/**
 * @param {string} text
 * @returns {Record<string, unknown>}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** @param {Awaited<ReturnType<typeof runByItself>>} result */
export function summary({ capture, checks, claims, userinfo, curl, code }) {
  return `${[
    `Captured from the ${capture.source} of ${capture.callback}: ${Object.keys(capture.tokens).join(', ')}`,
    `${checks.sum}. ${checks.open.join('. ')}`,
    `ID token: ${JSON.stringify(claims.id_token, null, 2)}`,
    `Access token: ${JSON.stringify(claims.access_token, null, 2)}`,
    `userInfo answered ${capture.userinfo?.status}: ${JSON.stringify(userinfo, null, 2)}`,
    `curl ended with ${curl.exitCode}: ${curl.output}`,
    `Code flow: ${code.capture.tokenCalls.map(({ grant, status }) => `${grant} answered ${status}`).join(', ')}: ${Object.keys(code.capture.tokens).join(', ')}`,
  ].join('\n')}\n`;
}
