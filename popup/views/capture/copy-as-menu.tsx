import type { ComponentChildren } from 'preact';
import { Icon } from '../../parts/icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { CopyAsItems, type CopyAsProps } from './copy-as-items.tsx';

type Props = CopyAsProps & {
  late?: boolean;
  /** Items above the forms. */
  children?: ComponentChildren;
};

/** The button behind which the forms of a token are; an expired token leaves less room for it. */
export function CopyAsMenu({ late = false, children, ...source }: Props) {
  const button = late
    ? { class: 'btn icon', label: 'Copy as and more', children: <Icon name="more" /> }
    : {
        class: 'btn',
        children: (
          <>
            Copy as…
            <Icon name="down" class="caret" />
          </>
        ),
      };
  return (
    <Menu label={late ? 'Copy as and more' : 'Copy as'} button={button}>
      {() => (
        <>
          {children}
          <CopyAsItems {...source} />
        </>
      )}
    </Menu>
  );
}
