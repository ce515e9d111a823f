import type { JsonPath } from '../json-scan.ts';

/** The way to a value: `address.country`, `identities[0].userId`, `cnf["x5t#S256"]`. The first name stands bare. */
export function pathText([first = '', ...rest]: JsonPath): string {
  const steps = rest.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^\w+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return [first, ...steps].join('');
}
