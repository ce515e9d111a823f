// What `npm start` and `npm test` need before anything else: node_modules may be missing, so that all of this uses
// nothing but Node's own modules.
export { findBrowser, findCommand } from './find-browser.mjs';
export { ensurePackages, missingPackages } from './packages.mjs';
export { ensureBrowsers, ensureCommands, installPlan } from './system-packages.mjs';
