import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { browsers, folderFor, manifestFor } from '../build.mjs';

const source = JSON.parse(readFileSync('manifest.json', 'utf8'));
const hosts = ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'];

describe('what the shipped manifests ask for', () => {
  test('Chromium', () => {
    const manifest = manifestFor(source, 'chromium');
    expect(manifest.permissions).toEqual(['alarms', 'offscreen', 'sidePanel', 'storage']);
    expect(manifest.optional_permissions).toEqual([
      'clipboardRead',
      'clipboardWrite',
      'declarativeNetRequestWithHostAccess',
      'history',
      'idle',
      'scripting',
      'webNavigation',
      'webRequest',
    ]);
    expect(manifest.externally_connectable).toEqual({ ids: [] });
  });
  test('Firefox, where declarativeNetRequestWithHostAccess cannot be optional and gives no warning', () => {
    const manifest = manifestFor(source, 'firefox');
    expect(manifest.permissions).toEqual(['alarms', 'declarativeNetRequestWithHostAccess', 'storage']);
    expect(manifest.optional_permissions).toEqual([
      'clipboardRead',
      'clipboardWrite',
      'history',
      'scripting',
      'webNavigation',
      'webRequest',
    ]);
    expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
  });
  test('one empty page can be reached by web pages in Chromium, nothing in Firefox', () => {
    expect(manifestFor(source, 'chromium').web_accessible_resources).toEqual([
      { resources: ['landing.html'], matches: hosts },
    ]);
    expect(manifestFor(source, 'firefox')).not.toHaveProperty('web_accessible_resources');
    expect(readFileSync('popup/landing.html', 'utf8')).not.toMatch(/<(?:script|link|img|iframe)|style=/);
  });
  test.each(browsers)('%s: nothing that is held from the start makes the browser warn', (browser) => {
    const silent = ['alarms', 'declarativeNetRequestWithHostAccess', 'offscreen', 'sidePanel', 'storage'];
    expect(silent).toEqual(expect.arrayContaining(manifestFor(source, browser).permissions));
  });
  test.each([
    ['chromium' as const, { 'open-panel': { description: expect.any(String) } }],
    ['firefox' as const, { _execute_sidebar_action: {} }],
  ])(
    '%s: one command puts a token on the clipboard, the keys of popup and side panel are the person’s',
    (browser, own) => {
      expect(manifestFor(source, browser).commands).toEqual({
        _execute_action: {},
        'fresh-token': { suggested_key: { default: 'Alt+Shift+F' }, description: expect.any(String) },
        ...own,
      });
    },
  );
  test('the side panel is the same page in both browsers, and does not open by itself', () => {
    expect(manifestFor(source, 'chromium').side_panel).toEqual({ default_path: 'panel.html' });
    expect(manifestFor(source, 'firefox').sidebar_action).toMatchObject({
      default_panel: 'panel.html',
      open_at_install: false,
    });
  });
  test.each(browsers)('%s: hosts are optional and nothing is injected', (browser) => {
    const manifest = manifestFor(source, browser);
    expect(manifest.optional_host_permissions).toEqual(hosts);
    for (const member of ['host_permissions', 'content_scripts', 'browsers']) {
      expect(manifest).not.toHaveProperty(member);
    }
  });
  test.each(browsers)('%s: the content security policy is explicit', (browser) => {
    expect(manifestFor(source, browser).content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src https: http://localhost:* http://127.0.0.1:*; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
  });
});

describe('the variants for automated runs', () => {
  test('everything optional becomes required, and the name says so', () => {
    const manifest = manifestFor(source, 'chromium', true);
    expect(manifest.permissions).toEqual([
      'alarms',
      'clipboardRead',
      'clipboardWrite',
      'declarativeNetRequestWithHostAccess',
      'history',
      'idle',
      'offscreen',
      'scripting',
      'sidePanel',
      'storage',
      'webNavigation',
      'webRequest',
    ]);
    expect(manifest.optional_permissions).toEqual([]);
    expect(manifest.host_permissions).toEqual(hosts);
    expect(manifest.name).toMatch(/automated runs only/);
  });
  test('a list grants those alone', () => {
    const manifest = manifestFor(source, 'firefox', ['webNavigation']);
    expect(manifest.permissions).toEqual(['alarms', 'declarativeNetRequestWithHostAccess', 'storage', 'webNavigation']);
    expect(manifest.optional_permissions).toEqual([
      'clipboardRead',
      'clipboardWrite',
      'history',
      'scripting',
      'webRequest',
    ]);
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest.optional_host_permissions).toEqual(hosts);
  });
  test('a name that is no optional permission is refused', () => {
    expect(() => manifestFor(source, 'chromium', ['tabs'])).toThrow(/tabs/);
  });
  test('folders are named for the variant', () => {
    expect(folderFor('chromium', false)).toBe('chromium');
    expect(folderFor('firefox', true)).toBe('firefox-granted');
    expect(folderFor('firefox', ['webNavigation', 'webRequest'])).toBe('firefox-granted-webNavigation+webRequest');
  });
});
