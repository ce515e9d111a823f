import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../parts/icon.tsx';
import type { Tone } from '../parts/note.tsx';

type ResultProps = { id?: string; tone: Tone | undefined; icon?: IconName; children?: ComponentChildren };
const toneIcons: Record<Tone, IconName> = { pass: 'pass', fail: 'fail', warn: 'warn', skip: 'info' };

/** The one line of result beneath a field. It is there before it speaks, so that it is read out. */
export function Result({ id, tone, icon, children }: ResultProps) {
  return (
    <output id={id} class="result" data-tone={tone}>
      {tone && <Icon name={icon ?? toneIcons[tone]} />}
      {tone && <span>{children}</span>}
    </output>
  );
}
