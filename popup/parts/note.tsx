import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'pass' | 'fail' | 'warn' | 'skip';

const toneIcons: Record<Tone, IconName> = { pass: 'pass', fail: 'fail', warn: 'warn', skip: 'info' };

type NoteProps = {
  tone: Tone;
  heading: ComponentChildren;
  icon?: IconName;
  /** `alert` for a failed check, once; `status` for what changes while the person looks on. */
  role?: 'alert' | 'status';
  children?: ComponentChildren;
};

/** What happened, what to do next, and at most one button. */
export function Note({ tone, heading, icon, role, children }: NoteProps) {
  return (
    <div class="note" data-tone={tone} role={role}>
      <Icon name={icon ?? toneIcons[tone]} />
      <h2>{heading}</h2>
      {children}
    </div>
  );
}
