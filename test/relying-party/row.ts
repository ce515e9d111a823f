import type { CheckId } from '../../src/protocol/checks.ts';
import type { Profile, Severity, Verdict } from '../../src/protocol/records.ts';
import type { FaultName } from '../support/provider/faults.ts';

/** By their letters: I stands for id_token, C for code, T for an access token. */
export const flows = {
  C: 'code',
  T: 'token',
  I: 'id_token',
  IT: 'id_token token',
  CI: 'code id_token',
  CT: 'code token',
  CIT: 'code id_token token',
} as const;
export type Flow = keyof typeof flows;

export type Row = {
  module: string;
  flows: readonly Flow[];
  fault: FaultName;
  check: CheckId;
  /** `absent`: the check does not apply, so it is not listed. */
  result: Verdict['result'] | 'absent';
  severity?: Severity;
  /** What else has this result: it cannot be told apart. */
  also?: readonly CheckId[];
  /** `none`: nothing of the answer may be sent to the token or the userInfo endpoint. */
  requests: 'allowed' | 'none';
  profile?: Partial<Profile>;
};

export const all: readonly Flow[] = ['C', 'I', 'IT', 'CI', 'CT', 'CIT'];
export const withIdToken: readonly Flow[] = ['I', 'IT', 'CI', 'CIT'];
export const withNonce: readonly Flow[] = ['I', 'IT', 'CI', 'CT', 'CIT'];

export const bad = { result: 'fail', requests: 'none' } as const;
export const good = { result: 'pass', requests: 'allowed' } as const;
