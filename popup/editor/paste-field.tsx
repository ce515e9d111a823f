import { useState } from 'preact/hooks';
import { joinLines } from '../../src/protocol/join-lines.ts';
import { readSignInUrl } from '../../src/provider/sign-in-url.ts';
import { fillFromIssuer, fillFromSignIn } from '../state/profile/profile-fill.ts';
import { type FormState, fillForm } from '../state/profile/profile-form.ts';
import type { FieldName } from '../state/profile/profile-problems.ts';
import { fillFromLink, readPasted } from '../state/profile/profile-share.ts';
import { damagedWords } from '../state/profile/profile-share-words.ts';
import { Result } from './field.tsx';
import { type FillLine, issuerLine, linkLine, nothingLine, signInLine, withDamage } from './fill-words.ts';
import type { ChangeForm, Discovery } from './use-discovery.ts';

type Props = { form: FormState; changeForm: ChangeForm; names: string[]; discovery: Discovery };

/** Takes any sign-in URL, issuer, discovery address or link with a profile and fills the form from it. */
export function PasteField({ form, changeForm, names, discovery }: Props) {
  const [text, setText] = useState('');
  const [line, setLine] = useState<FillLine>();

  const fill = (pasted: string) => {
    const found = readPasted(pasted);
    if (found.kind === 'link') {
      const filled = fillFromLink(form.draft, found.link, names);
      changeForm((current) => fillForm(current, filled, 'url'));
      return setLine(linkLine(found.link, countOf(filled.fields)));
    }
    const damage = found.damaged && damagedWords(found.damaged.problem);
    const read = readSignInUrl(found.text);
    if (read.kind === 'nothing') return setLine(withDamage(nothingLine(read), damage));
    const isIssuer = read.kind === 'issuer';
    const filled = isIssuer ? fillFromIssuer(form.draft, read, names) : fillFromSignIn(form.draft, read, names);
    changeForm((current) => fillForm(current, filled, 'url'));
    const said = isIssuer ? issuerLine : signInLine(read, filled.draft, countOf(filled.fields));
    setLine(withDamage(said, damage));
    if (isIssuer) void discovery.ask(read.issuer);
  };

  // what is pasted is read at once; what is typed, when the field is left: half an address is no news
  const onInput = (next: string) => {
    setText(next);
    if (Math.abs(next.length - text.length) > 1) fill(next);
    else if (next === '') setLine(undefined);
  };

  return (
    <div class="field fill">
      <label for="profile-paste">Paste a sign-in URL, issuer, discovery address or profile link</label>
      <input
        id="profile-paste"
        class="code"
        type="text"
        spellcheck={false}
        autocomplete="off"
        value={text}
        placeholder="https://"
        aria-describedby="profile-paste-says"
        onPaste={(event) => {
          // an input drops line breaks, and with them the breaks of a mail; they are read before it does
          const pasted = event.clipboardData?.getData('text') ?? '';
          if (!/[\r\n]/.test(pasted) || text !== '') return;
          event.preventDefault();
          setText(joinLines(pasted));
          fill(pasted);
        }}
        onInput={(event) => onInput(event.currentTarget.value)}
        onChange={(event) => fill(event.currentTarget.value)}
      />
      <Result id="profile-paste-says" tone={line?.tone}>
        <b>{line?.heading}</b> {line?.text}
      </Result>
    </div>
  );
}

/** The preset is a choice that follows from the others, no field of its own. */
function countOf(fields: FieldName[]): number {
  return fields.filter((field) => field !== 'provider').length;
}
