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
  /** The level of the heading; 2 unless it stands within a section. */
  level?: 2 | 3;
  children?: ComponentChildren;
};

/** What happened, what to do next, and at most one button. */
export function Note({ tone, heading, icon, role, level = 2, children }: NoteProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="note" data-tone={tone} role={role}>
      <Icon name={icon ?? toneIcons[tone]} />
      <Heading>{heading}</Heading>
      {children}
    </div>
  );
}
