import type { World } from '../../state/world.ts';

/** What is stored now: how much of what kind, and until when. */
export function SettingsHeld(_: { world: World }) {
  return null;
}
