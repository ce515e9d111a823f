import { safeText } from '../state/safe-text.ts';

/** A text from outside, as text alone: isolated in its direction, with what hides made visible. */
export function Text({ children }: { children: string }) {
  return <bdi>{safeText(children)}</bdi>;
}

/** The same in mono: an exact string. */
export function Code({ children }: { children: string }) {
  return (
    <code>
      <Text>{children}</Text>
    </code>
  );
}
