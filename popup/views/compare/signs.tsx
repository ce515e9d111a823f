/** Two icons that only this view has: what is loaded with all others is at its limit. */
const paths = { swap: 'M2.75 5.25h10L10 2.5m3.25 8.25h-10L6 13.5', minus: 'M3 8h10' };

export function Sign({ name }: { name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
