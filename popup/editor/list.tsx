import { Code } from '../parts/text.tsx';

/** Exact strings in a row. */
export function List({ items }: { items: readonly string[] }) {
  return (
    <>
      {items.map((item, at) => (
        <span key={item}>
          {at > 0 && ', '}
          <Code>{item}</Code>
        </span>
      ))}
    </>
  );
}
