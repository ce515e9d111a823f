import type { ComponentChildren } from 'preact';

/**
 * The icons that may stand in the first paint, and the way all are drawn: on a 16 px grid with a 1.5 px line. Decoration:
 * the word beside one speaks. Those that only come later are in icon.tsx.
 */
export const firstPaths = {
  down: <path d="m4.5 6.25 3.5 3.5 3.5-3.5" />,
  panel: (
    <>
      <rect x="2.25" y="2.75" width="11.5" height="10.5" rx="1.5" />
      <path d="M9.75 3v10" />
    </>
  ),
  tab: (
    <path d="M9.75 2.75h3.5v3.5M13 3 7.75 8.25M11.75 9.25v2.5a1.5 1.5 0 0 1-1.5 1.5h-6a1.5 1.5 0 0 1-1.5-1.5v-6a1.5 1.5 0 0 1 1.5-1.5h2.5" />
  ),
  settings: (
    <>
      <path d="M2.25 5.25h5.5m4 0h2M2.25 10.75h2m4 0h5.5" />
      <circle cx="9.75" cy="5.25" r="1.9" />
      <circle cx="6.25" cy="10.75" r="1.9" />
    </>
  ),
  pass: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="m5.3 8.2 1.9 1.9 3.6-4" />
    </>
  ),
  fail: (
    <>
      <path d="M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4z" />
      <path d="m6 6 4 4m0-4-4 4" />
    </>
  ),
  skip: (
    <>
      <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.3 2.61" />
      <path d="M5.75 8h4.5" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.5V8l2.25 1.5" />
    </>
  ),
};

type Drawn = { class?: string | undefined; children: ComponentChildren };

export function Drawing({ class: className, children }: Drawn) {
  return (
    <svg class={className ?? ''} viewBox="0 0 16 16" aria-hidden="true">
      {children}
    </svg>
  );
}

export function FirstIcon({ name, class: className }: { name: keyof typeof firstPaths; class?: string }) {
  return <Drawing class={className}>{firstPaths[name]}</Drawing>;
}

export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M4.5 1.5h11A1.5 1.5 0 0 1 17 3v8.2a1.9 1.9 0 0 0 0 3.6V17a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 17v-2.2a1.9 1.9 0 0 0 0-3.6V3a1.5 1.5 0 0 1 1.5-1.5Z" />
      <path
        d="m6.6 6.6 2.4 2.4 4.6-4.8M6.2 13h.01M10 13h.01M13.8 13h.01"
        fill="none"
        stroke="#fff"
        stroke-width="1.8"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
