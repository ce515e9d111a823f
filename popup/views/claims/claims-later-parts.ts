/** The parts that `claims-later.ts` stands in for. Nothing else imports this file. */

// as in later-parts.ts
import '../../app.tsx';

export { Claims } from './claims.tsx';
export { Disclosures } from './disclosures.tsx';
export { Scopes } from './scopes.tsx';
