import { describe } from 'vitest';
import { describeRows } from './describe-rows.ts';
import { oidcRows } from './table.ts';

describe('the conformance plans for OpenID Connect clients', () => describeRows(oidcRows));
