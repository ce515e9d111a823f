import type { SdJwt } from '../../../src/protocol/token.ts';
import { ClaimTable } from './claim-table.tsx';

const mostRows = 200;

/** What an SD-JWT (RFC 9901) discloses one by one, below the claims of its signed part. */
export function Disclosures({ sdJwt: { disclosures }, now }: { sdJwt: SdJwt; now: number }) {
  const rows = disclosures
    .slice(0, mostRows)
    .flatMap((one, index) =>
      one ? [{ name: one.name ?? `item ${index + 1}`, value: one.value, kind: 'text' as const }] : [],
    );
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="disclosed-h">
      <div class="head">
        <h2 id="disclosed-h">Disclosed</h2>
        <span class="n">{disclosures.length}</span>
      </div>
      <ClaimTable
        groups={[{ group: 'other', title: 'Outside the signed part', rows }]}
        caption="Disclosed claims"
        now={now}
      />
      {disclosures.length > mostRows && <p class="aside ruled">Only the first {mostRows} are shown.</p>}
    </section>
  );
}
