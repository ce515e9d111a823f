import type { Capture, Profile, TokenName } from '../../../src/protocol/records.ts';
import type { DecodedToken } from '../../../src/protocol/token.ts';
import { Note } from '../../parts/note.tsx';
import { RawText } from '../../parts/raw-text.tsx';
import { isCodeTold } from '../../state/capture/code-state.ts';
import { missingWords } from '../../state/capture/missing-words.ts';
import { clockTime, relativeTime } from '../../state/time-words.ts';
import { isExpired, type Lifetime } from '../../state/token/lifetime.ts';
import { tokenNoun } from '../../state/token/token-names.ts';
import { problemWords } from '../../state/token/token-words.ts';
import { encryptedWords, opaqueWords } from '../../state/unreadable-words.ts';
import { HeaderTable } from './header-table.tsx';
import { SdJwtNote } from './sd-jwt-note.tsx';

type Props = {
  capture: Capture;
  profile: Profile | undefined;
  shown: TokenName;
  decoded: DecodedToken | undefined;
  life: Lifetime;
  now: number;
};

/** What is to be said of a token that is missing, opaque, encrypted or broken. */
export function UnusualToken({ capture, profile, shown, decoded, life, now }: Props) {
  switch (decoded?.kind) {
    case undefined:
      if (isCodeTold(capture, profile, now)) return null;
      return (
        <div class="inset">
          <Note tone="skip" heading={`No ${tokenNoun[shown]}: ${life.words}`}>
            <p>{missingWords(capture, profile, shown)}</p>
          </Note>
        </div>
      );
    case 'opaque':
      return (
        <div class="inset">
          <Note tone="skip" heading="Opaque: only the provider can read it">
            <p>
              The {tokenNoun[shown]} is no JWT, which is no fault. It has {decoded.length.toLocaleString('en')}{' '}
              characters.
            </p>
            <p>{opaqueWords(shown, profile)}</p>
            <p>{opaqueLife(shown, life, now)}</p>
          </Note>
        </div>
      );
    case 'encrypted':
      return (
        <>
          <div class="inset">
            <Note tone="skip" icon="lock" heading="Encrypted: only its recipient can read it">
              <p>
                The {tokenNoun[shown]} has five parts (JWE, RFC 7516). Only its header is readable; it says nothing
                about the user, and no expiry. Claimcheck holds no key and decrypts nothing.
              </p>
              <p>{encryptedWords(shown, profile)}</p>
            </Note>
          </div>
          <HeaderTable header={decoded.header} now={now} />
        </>
      );
    case 'signed': {
      const { sdJwt } = decoded;
      return (
        <>
          <Problems decoded={decoded} shown={shown} />
          {decoded.claims.length === 0 && <Unread decoded={decoded} now={now} />}
          {sdJwt && <SdJwtNote sdJwt={sdJwt} />}
        </>
      );
    }
  }
}

function opaqueLife(shown: TokenName, life: Lifetime, now: number): string {
  if (life.kind === 'revoked') return `It was revoked at ${clockTime(life.at, now)}, ${relativeTime(life.at, now)}.`;
  if (life.kind !== 'runs') return `When the ${tokenNoun[shown]} expires cannot be read from it.`;
  const when = `${clockTime(life.expiresAt, now)}, ${relativeTime(life.expiresAt, now)}`;
  return isExpired(life) ? `It expired at ${when}, as the answer said.` : `It expires at ${when}, as the answer said.`;
}

function Problems({ decoded, shown }: { decoded: DecodedToken & { kind: 'signed' }; shown: TokenName }) {
  if (decoded.problems.length === 0) return null;
  const rest = decoded.claims.length > 0 ? ' What could be read stands below.' : '';
  return (
    <div class="inset">
      <Note tone="fail" heading={`The ${tokenNoun[shown]} is broken`}>
        {decoded.problems.map((problem) => (
          <p key={`${problem.part} ${problem.id}`}>{problemWords(problem)}</p>
        ))}
        <p>A strict reader, your API for one, will refuse it.{rest}</p>
      </Note>
    </div>
  );
}

/** A signed token without readable claims: its header, and the payload as text where there is one. */
function Unread({ decoded, now }: { decoded: DecodedToken & { kind: 'signed' }; now: number }) {
  const text = decoded.payloadText;
  return (
    <>
      <HeaderTable header={decoded.header} now={now} />
      {text !== '' && (
        <section aria-labelledby="payload-h">
          <div class="head">
            <h2 id="payload-h">Payload</h2>
            <span class="n">as text</span>
          </div>
          <div class="pad">
            <RawText text={text} what="Payload as text" />
          </div>
        </section>
      )}
    </>
  );
}
