import { useHost } from '../../parts/host-context.ts';

type Props = {
  /** A route of the full page: `profiles/new`. */
  to: string;
  isPage: boolean;
  class: string;
  children: string;
};

/** The way to another view of the full page: a link there, a button in the popup, which opens a tab for it. */
export function Way({ to, isPage, class: className, children }: Props) {
  const host = useHost();
  if (isPage) {
    return (
      <a class={className} href={`#${to}`}>
        {children}
      </a>
    );
  }
  return (
    <button type="button" class={className} onClick={() => host.openPage(`page.html#${to}`)}>
      {children}
    </button>
  );
}
