import type { SdJwt } from '../../../src/protocol/token.ts';
import { Note } from '../../parts/note.tsx';

/** That a token is an SD-JWT (RFC 9901), and what of it is not checked. */
export function SdJwtNote({ sdJwt: { disclosures, hasKeyBinding } }: { sdJwt: SdJwt }) {
  const unread = disclosures.filter((one) => one === undefined).length;
  return (
    <div class="inset last">
      <Note tone="skip" heading="A token whose holder discloses claims one by one">
        <p>
          It is an SD-JWT (RFC 9901). Its claims stand in the signed part; those it discloses follow under Disclosed.
          They are bound to it by their fingerprints in _sd, which Claimcheck does not compare.
        </p>
        <p>
          {hasKeyBinding
            ? 'A proof of the holder’s key follows it. It is not checked.'
            : 'No proof of the holder’s key follows it: whoever has it can show it.'}
        </p>
        {unread > 0 && <p>{unread === 1 ? 'One disclosure' : `${unread} disclosures`} could not be read.</p>}
      </Note>
    </div>
  );
}
