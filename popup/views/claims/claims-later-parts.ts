/** The parts that `claims-later.ts` stands in for. Nothing else imports this file. */
export { Claims } from './claims.tsx';
export { Disclosures } from './disclosures.tsx';
export { Scopes } from './scopes.tsx';
