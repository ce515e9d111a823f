import { Code } from '../parts/text.tsx';

/** The way through a provider's console, in its own labels. */
export function Crumbs({ steps, clientId }: { steps: readonly string[]; clientId: string | undefined }) {
  return (
    <ol class="crumbs">
      {steps.map((step) => (
        <li key={step}>{step === clientId ? <Code>{step}</Code> : step}</li>
      ))}
    </ol>
  );
}
