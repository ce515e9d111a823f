import { type Capture, type Profile, schemaVersion } from '../protocol/records.ts';
import { shareProfile } from './profile-share.ts';
import { type Receipt, redact } from './redaction/redact.ts';

/** A file of captures (docs/records.md). `exportedAt` in milliseconds. `receipt`: what a redacted one does not hold. */
export type CapturesFile = {
  claimcheck: 'captures';
  version: number;
  exportedAt: number;
  redacted: boolean;
  receipt?: Receipt;
  captures: Capture[];
  profiles: Profile[];
};

export type Exported = { text: string; content: CapturesFile };

/** `masked`: the claims whose values do not leave. `at` in milliseconds. */
export async function exportRedacted(
  captures: readonly Capture[],
  profiles: readonly Profile[],
  { at, ...how }: { masked: ReadonlySet<string>; at: number; pause?: () => Promise<unknown> },
): Promise<Exported> {
  const { receipt, ...records } = await redact(captures, profilesOf(captures, profiles), how);
  return asFile({ ...head(at), redacted: true, receipt, ...records });
}

/** Everything, tokens included. Profiles hold no secret here either. */
export function exportFull(captures: readonly Capture[], profiles: readonly Profile[], at: number): Exported {
  const shared = profilesOf(captures, profiles).map((profile) => shareProfile(profile).profile);
  return asFile({ ...head(at), redacted: false, captures: [...captures], profiles: shared });
}

function head(exportedAt: number) {
  return { claimcheck: 'captures' as const, version: schemaVersion, exportedAt };
}

/** Those that the captures belong to: no other is told of. */
function profilesOf(captures: readonly Capture[], profiles: readonly Profile[]): Profile[] {
  return profiles.filter(({ id }) => captures.some(({ profileId }) => profileId === id));
}

function asFile(content: CapturesFile): Exported {
  return { text: `${JSON.stringify(content, null, 2)}\n`, content };
}
