import type { SdJwt } from '../../src/protocol/token.ts';
import { Note } from '../parts/note.tsx';
import { ClaimTable } from './claim-table.tsx';

const mostRows = 200;

/** What an SD-JWT (RFC 9901) discloses one by one. */
export function Disclosures({ sdJwt: { disclosures, hasKeyBinding }, now }: { sdJwt: SdJwt; now: number }) {
  const shown = disclosures.slice(0, mostRows);
  const rows = shown.flatMap((one, index) =>
    one ? [{ name: one.name ?? `item ${index + 1}`, value: one.value, kind: 'text' as const }] : [],
  );
  const unread = disclosures.filter((one) => one === undefined).length;
  return (
    <>
      <div class="inset last">
        <Note tone="skip" heading="A token whose holder discloses claims one by one">
          <p>
            It is an SD-JWT (RFC 9901). The claims below stand in the signed part; those it discloses are bound to it by
            their fingerprints in _sd, which Claimcheck does not compare.
          </p>
          <p>
            {hasKeyBinding
              ? 'A proof of the holder’s key follows it. It is not checked.'
              : 'No proof of the holder’s key follows it: whoever has it can show it.'}
          </p>
          {unread > 0 && <p>{unread === 1 ? 'One disclosure' : `${unread} disclosures`} could not be read.</p>}
        </Note>
      </div>
      {rows.length > 0 && (
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
      )}
    </>
  );
}
