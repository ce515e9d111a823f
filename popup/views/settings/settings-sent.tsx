/** Every request that the extension sent in this run of the browser. */
export function SettingsSent() {
  return null;
}
