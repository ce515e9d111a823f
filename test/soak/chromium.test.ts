import { browsers } from '../e2e/support/browsers.ts';
import { soak } from './support/soak.ts';

const [chromium] = browsers;
if (chromium) soak(chromium);
