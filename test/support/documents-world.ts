/** A world of documents: what lies at which address, a cache that is a Map, and a clock that is set by hand. */
import type { Fetched } from '../../src/protocol/fetched.ts';
import type { DocumentsWorld } from '../../src/verify/fetch-documents.ts';
import { now } from './records.ts';

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | (Fetched & { ok: false });

export function documentsWorld(answers: Record<string, Answer> = {}) {
  const cache = new Map<string, unknown>();
  const asked: string[] = [];
  const world: DocumentsWorld & { at: number; answers: typeof answers; asked: string[]; cached: typeof cache } = {
    at: now,
    answers,
    asked,
    cached: cache,
    now: () => world.at,
    get: async (address) => {
      asked.push(address);
      await Promise.resolve();
      return fetchedOf(Object.hasOwn(world.answers, address) ? world.answers[address]! : { status: 404 });
    },
    cache: {
      read: async (key) => structuredClone(cache.get(key)),
      write: async (key, value) => void cache.set(key, structuredClone(value)),
    },
  };
  return world;
}

export function fetchedOf(answer: Answer): Fetched {
  if ('ok' in answer) return answer;
  const { status = 200, body = '', headers = { 'content-type': 'application/json' } } = answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { ok: true, status, headers: new Headers(headers), body: text, durationMs: 200 };
}
