import { describe, expect, test } from 'vitest';
import { installPlan, osReleaseId } from '../../tools/system-packages.mjs';

const debian = { id: 'debian', isRoot: true, hasApt: true };

describe('installPlan', () => {
  test('is nothing when nothing is missing', () => {
    expect(installPlan([], debian)).toBeUndefined();
  });

  test('installs the Debian packages as root', () => {
    expect(installPlan(['chromium', 'firefox', 'Xvfb', 'fonts'], debian)).toEqual({
      install: ['chromium', 'firefox-esr', 'xvfb', 'fonts-dejavu-core'],
    });
  });

  test('tells anyone else the command', () => {
    expect(installPlan(['curl'], { ...debian, isRoot: false })).toEqual({
      tell: 'Missing curl: run `sudo apt-get install -y --no-install-recommends curl`',
    });
  });

  test('does not install the snaps of Ubuntu in place of browsers', () => {
    const plan = installPlan(['chromium'], { ...debian, id: 'ubuntu' });
    expect(plan).toHaveProperty('tell', expect.stringContaining('CLAIMCHECK_CHROMIUM=PATH'));
    expect(installPlan(['curl'], { ...debian, id: 'ubuntu' })).toEqual({ install: ['curl'] });
  });

  test('names the variable where no package is known', () => {
    const plan = installPlan(['firefox'], { id: 'darwin', isRoot: false, hasApt: false });
    expect(plan).toHaveProperty('tell', expect.stringContaining('CLAIMCHECK_FIREFOX=PATH'));
  });

  test('tells in one line', () => {
    for (const id of ['ubuntu', 'darwin', 'fedora']) {
      const plan = installPlan(['chromium', 'firefox', 'curl'], { id, isRoot: false, hasApt: id === 'ubuntu' });
      expect(plan).toHaveProperty('tell', expect.not.stringContaining('\n'));
    }
  });
});

test('osReleaseId reads the id of the distribution, quoted or not', () => {
  expect(osReleaseId('PRETTY_NAME="Debian GNU/Linux 12"\nVERSION_ID="12"\nID=debian\n')).toBe('debian');
  expect(osReleaseId('ID="opensuse-leap"\nID_LIKE="suse"\n')).toBe('opensuse-leap');
  expect(osReleaseId('')).toBe('linux');
});
