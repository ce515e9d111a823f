import { describe } from 'vitest';
import { describeRows } from './describe-rows.ts';
import { fapiRows } from './fapi-table.ts';

describe('the conformance plans for FAPI clients, where they concern every client', () => describeRows(fapiRows));
