import { browsers } from '../e2e/support/browsers.ts';
import { whole } from '../support/whole.ts';
import { soak } from './support/soak.ts';

const [, firefox] = browsers;
// its restarts and deaths are under test in test/e2e
if (firefox) soak(firefox, whole('soak', true, false));
