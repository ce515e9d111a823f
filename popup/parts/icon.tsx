/** The icons, drawn on a 16 px grid with a 1.5 px line. Decoration: the word beside one speaks. */
const paths = {
  down: <path d="m4.5 6.25 3.5 3.5 3.5-3.5" />,
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
  warn: (
    <>
      <path d="M8 2 14.5 13.5h-13z" />
      <path d="M8 6.5v3.25M8 11.6v.01" />
    </>
  ),
  skip: (
    <>
      <circle cx="8" cy="8" r="6.25" stroke-dasharray="2.3 2.61" />
      <path d="M5.75 8h4.5" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 7.25v3.5M8 5v.01" />
    </>
  ),
  copy: (
    <>
      <rect x="5.25" y="5.25" width="8" height="8" rx="1.5" />
      <path d="M10.75 2.75h-6.5a1.5 1.5 0 0 0-1.5 1.5v6.5" />
    </>
  ),
  user: (
    <>
      <circle cx="8" cy="5.25" r="2.75" />
      <path d="M2.75 13.75c.5-2.6 2.6-4 5.25-4s4.75 1.4 5.25 4" />
    </>
  ),
  find: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.4 10.4 3.35 3.35" />
    </>
  ),
  again: (
    <>
      <path d="M13.25 8A5.25 5.25 0 1 1 11.6 4.2l1.65 1.55" />
      <path d="M13.5 2.5v3.25h-3.25" />
    </>
  ),
  differs: <path d="M3 6h10M3 10h10M10.25 2.75l-4.5 10.5" />,
  same: <path d="M3 6h10M3 10h10" />,
  plus: <path d="M8 3v10M3 8h10" />,
  lock: (
    <>
      <rect x="3.25" y="7" width="9.5" height="6.5" rx="1.5" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </>
  ),
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M8 4.5V8l2.25 1.5" />
    </>
  ),
  bin: <path d="M2.75 4.25h10.5M6.25 4V2.5h3.5V4m-5.5.25.6 8.25a1 1 0 0 0 1 1h4.3a1 1 0 0 0 1-1l.6-8.25" />,
  x: <path d="m4 4 8 8m0-8-8 8" />,
  eye: (
    <>
      <path d="M1.5 8S3.75 3.75 8 3.75 14.5 8 14.5 8 12.25 12.25 8 12.25 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
};

export type IconName = keyof typeof paths;

export function Icon({ name, class: className }: { name: IconName; class?: string }) {
  return (
    <svg class={className ?? ''} viewBox="0 0 16 16" aria-hidden="true">
      {paths[name]}
    </svg>
  );
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
