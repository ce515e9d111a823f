import { browsers } from '../e2e/support/browsers.ts';
import { soak } from './support/soak.ts';

const [, firefox] = browsers;
if (firefox) soak(firefox);
