import { Code } from '../../parts/text.tsx';
import type { ClaimChoice } from '../../state/export/claims-in.ts';

type Props = {
  claims: readonly ClaimChoice[];
  masked: ReadonlySet<string>;
  onChange: (masked: ReadonlySet<string>) => void;
};

/** The claims that occur, a box each: those that are ticked are masked. */
export function MaskedClaims({ claims, masked, onChange }: Props) {
  if (claims.length === 0) return null;
  const turn = (name: string, isMasked: boolean) => {
    const others = [...masked].filter((one) => one !== name);
    onChange(new Set(isMasked ? [...others, name] : others));
  };
  return (
    <fieldset>
      <legend>Claims that are masked</legend>
      <div class="claims-to-mask">
        {claims.map(({ name }) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={masked.has(name)}
              onChange={({ currentTarget }) => turn(name, currentTarget.checked)}
            />
            <Code>{name}</Code>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
