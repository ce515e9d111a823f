import { appendFileSync, mkdirSync } from 'node:fs';

type Name = 'proofs' | 'soak' | 'fuzz';

/** `npm run proofs`, `soak` and `fuzz` run the whole; `npm test` a bounded share of the same tests. */
export function whole<T>(name: Name, all: T, share: T): T {
  return process.env.CLAIMCHECK_WHOLE === name ? all : share;
}

/** How many cases a property is tried with: `--cases` of `npm run fuzz`, else 100,000 of the whole and few in `npm test`. */
export function cases(share = 200): number {
  return Number(process.env.CLAIMCHECK_CASES ?? whole('fuzz', 100_000, share));
}

/** Notes what was measured, for reports/NAME.json of a whole run. No secret may be in it. */
export function noteFinding(name: Name, finding: object): void {
  if (process.env.CLAIMCHECK_WHOLE !== name) return;
  mkdirSync('reports', { recursive: true });
  appendFileSync(`reports/${name}-findings.jsonl`, `${JSON.stringify(finding)}\n`);
}
