import { describe } from 'vitest';
import { describeRows } from './describe-rows.ts';
import { poolRows } from './table.ts';

describe('the same faults of a pool that brings an ID token with response_type=token', () =>
  describeRows(poolRows, { isCognito: true, provider: 'cognito' }));
