import { findHeaderMeaning } from '../../../src/protocol/header-words.ts';
import type { Member } from '../../../src/protocol/token.ts';
import { ClaimTable } from './claim-table.tsx';

/** The header of a token, which anyone can read, with what its members are for. */
export function HeaderTable({ header, now }: { header: readonly Member[]; now: number }) {
  if (header.length === 0) return null;
  const rows = header.map(([name, value]) => {
    const meaning = findHeaderMeaning(name, value);
    return { name, value, kind: 'text' as const, ...(meaning !== undefined && { meaning }) };
  });
  return (
    <section aria-labelledby="header-h">
      <div class="head">
        <h2 id="header-h">Header</h2>
        <span class="n">{rows.length}</span>
      </div>
      <ClaimTable
        groups={[{ group: 'other', title: 'Readable by anyone', rows: rows.slice(0, 200) }]}
        caption="Header of the token"
        now={now}
      />
    </section>
  );
}
