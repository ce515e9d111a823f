import { Drawing, firstPaths } from './first-icon.tsx';

const paths = {
  ...firstPaths,
  warn: (
    <>
      <path d="M8 2 14.5 13.5h-13z" />
      <path d="M8 6.5v3.25M8 11.6v.01" />
    </>
  ),
  watching: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <circle cx="8" cy="8" r="2.5" fill="currentColor" stroke="none" />
    </>
  ),
  paused: (
    <>
      <circle cx="8" cy="8" r="6.25" />
      <path d="M6.5 5.75v4.5m3-4.5v4.5" />
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
  swap: <path d="M2.75 5.25h10L10 2.5m3.25 8.25h-10L6 13.5" />,
  lock: (
    <>
      <rect x="3.25" y="7" width="9.5" height="6.5" rx="1.5" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </>
  ),
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.2" />,
  bin: <path d="M2.75 4.25h10.5M6.25 4V2.5h3.5V4m-5.5.25.6 8.25a1 1 0 0 0 1 1h4.3a1 1 0 0 0 1-1l.6-8.25" />,
  pin: <path d="M5.5 2.25h5M6.25 2.5v4l-2 2.75h7.5l-2-2.75v-4M8 9.5v4.25" />,
  x: <path d="m4 4 8 8m0-8-8 8" />,
  eye: (
    <>
      <path d="M1.5 8S3.75 3.75 8 3.75 14.5 8 14.5 8 12.25 12.25 8 12.25 1.5 8 1.5 8Z" />
      <circle cx="8" cy="8" r="2" />
    </>
  ),
};

export type IconName = keyof typeof paths;

/** Any icon. What may stand in the first paint takes its own from first-icon.tsx. */
export function Icon({ name, class: className }: { name: IconName; class?: string }) {
  return <Drawing class={className}>{paths[name]}</Drawing>;
}
