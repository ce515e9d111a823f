import { spawn, spawnSync } from 'node:child_process';

/**
 * A display of memory, for what a browser does not do in headless: permission prompts, popups, keyboard commands.
 *
 * @param {{ width?: number, height?: number }} [size]
 * @returns {Promise<{ display: string, stop: () => Promise<void> }>} `display` is for the environment's DISPLAY
 */
export async function startXvfb({ width = 1280, height = 900 } = {}) {
  const screen = ['-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'];
  // Xvfb takes a free display and writes its number to the fourth channel.
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const end = () => server.kill('SIGKILL');
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  };
  try {
    return { display: `:${await displayNumber(server)}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let written = '';
    server.stdio[3]?.on('data', (chunk) => {
      written += chunk;
      if (written.includes('\n')) resolve(written.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
  });
}

/**
 * @param {string} display
 * @param {string[]} args
 */
export function xdotool(display, args) {
  const { stdout, status, error } = spawnSync('xdotool', args, {
    encoding: 'utf8',
    env: { ...process.env, DISPLAY: display },
  });
  if (error) throw error;
  // A search that finds nothing ends with 1 and is an answer.
  return { found: status === 0, lines: stdout.trim().split('\n').filter(Boolean) };
}
