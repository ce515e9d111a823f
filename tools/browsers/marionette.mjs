import { connect } from 'node:net';
import { waitUntil } from '../wait-until.mjs';

/**
 * Firefox's own remote control: a TCP connection on which each message is `LENGTH:JSON`. A command is
 * `[0, id, name, params]`, its answer `[1, id, error, result]`.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
export class Marionette {
  /** @type {import('node:net').Socket} */
  #socket;
  /** @type {Map<number, { resolve: (answer: any) => void, reject: (error: Error) => void }>} */
  #pending = new Map();
  #lastId = 0;
  /** @type {Promise<unknown>} */
  #queue = Promise.resolve();

  /**
   * @param {import('node:net').Socket} socket
   */
  constructor(socket) {
    this.#socket = socket;
    const read = messageReader((message) => this.#settle(message));
    socket.on('data', read);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#abandon());
  }

  /**
   * @param {string} command
   * @param {Record<string, unknown>} [params]
   * @returns {Promise<any>} the protocol's own answer
   */
  async send(command, params = {}) {
    const answer = await this.#ask(command, params);
    if ('error' in answer) throw new MarionetteError(command, answer.error);
    return answer.result;
  }

  /**
   * @param {string} command
   * @param {Record<string, unknown>} params
   * @returns {Promise<{ result: any } | { error: { error: string, message: string } }>}
   */
  #ask(command, params) {
    const id = ++this.#lastId;
    const text = JSON.stringify([0, id, command, params]);
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(new Error(`${command}: Firefox is gone`));
        return;
      }
      this.#pending.set(id, { resolve, reject });
      this.#socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  }

  /**
   * Runs `work` when no other work runs: the window and the context that commands go to are one state for all.
   *
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async alone(work) {
    const before = this.#queue;
    const turn = (async () => {
      await before;
      return await work();
    })();
    this.#queue = turn.catch(() => {});
    return await turn;
  }

  /**
   * Runs a script with the browser's own rights. It awaits what the script returns.
   *
   * @param {string} script the body of an async function; its arguments are in `args`
   * @param {unknown[]} [args]
   * @returns {Promise<any>}
   */
  runInBrowser(script, args = []) {
    return this.alone(async () => {
      await this.send('Marionette:SetContext', { value: 'chrome' });
      try {
        const body = `return (async (args) => { ${script} })([...arguments]);`;
        return (await this.send('WebDriver:ExecuteScript', { script: body, args })).value;
      } finally {
        await this.send('Marionette:SetContext', { value: 'content' });
      }
    });
  }

  close() {
    this.#socket.destroy();
  }

  /**
   * @param {unknown} message
   */
  #settle(message) {
    if (!Array.isArray(message)) return; // the greeting
    const [, id, error, result] = message;
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    waiting?.resolve(error ? { error } : { result });
  }

  #abandon() {
    for (const { reject } of this.#pending.values()) reject(new Error('Firefox is gone'));
    this.#pending.clear();
  }
}

export class MarionetteError extends Error {
  /**
   * @param {string} command
   * @param {{ error: string, message: string }} answer
   */
  constructor(command, { error, message }) {
    super(`${command}: ${error}: ${message}`);
    this.name = 'MarionetteError';
    this.code = error;
  }
}

/**
 * Waits until Firefox listens on the port.
 *
 * @param {number} port
 * @param {() => boolean} isAlive false when Firefox has ended, so that waiting is in vain
 */
export async function connectMarionette(port, isAlive) {
  const socket = await waitUntil(
    () => {
      if (!isAlive()) throw new Error('Firefox ended while it was starting');
      return tryConnect(port);
    },
    { timeout: 60_000, what: 'Firefox to open its Marionette port' },
  );
  return new Marionette(socket);
}

/**
 * @param {number} port
 * @returns {Promise<import('node:net').Socket | undefined>}
 */
function tryConnect(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/**
 * Gives each whole message of the stream to `onMessage`.
 *
 * @param {(message: unknown) => void} onMessage
 * @returns {(chunk: Buffer) => void}
 */
export function messageReader(onMessage) {
  let buffer = Buffer.alloc(0);
  return (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let colon = buffer.indexOf(':'); colon > 0; colon = buffer.indexOf(':')) {
      const end = colon + 1 + Number(buffer.subarray(0, colon));
      if (buffer.length < end) return;
      const message = JSON.parse(buffer.subarray(colon + 1, end).toString());
      buffer = buffer.subarray(end);
      onMessage(message);
    }
  };
}
