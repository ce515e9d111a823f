import type { SettingsHost } from '../host.ts';
import { useHost } from './host-context.ts';

/** The host of the settings. They stand on the full page alone, whose entry brings it. */
export function useSettingsHost(): SettingsHost {
  const { settingsHost } = useHost();
  if (!settingsHost) throw new Error('The settings stand on the full page alone.');
  return settingsHost;
}
