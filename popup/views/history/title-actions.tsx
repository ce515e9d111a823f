import { useState } from 'preact/hooks';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { Icon } from '../../parts/icon.tsx';
import { hashOf } from '../../state/route.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { ForgetDialog } from '../later.ts';
import { PinButton } from './pin-button.tsx';

type Props = {
  capture: Capture;
  profiles: readonly Profile[];
  isPrivate: boolean;
  onForget: (ids: string[]) => void;
};

/** What can be done with a capture as a whole. */
export function TitleActions({ capture, profiles, isPrivate, onForget }: Props) {
  const [isAsking, setAsking] = useState(false);
  return (
    <div class="row">
      <PinButton key={capture.id} capture={capture} isPrivate={isPrivate} />
      <a class="btn" href={hashOf({ view: 'compare', a: '', b: capture.id })}>
        <Icon name="swap" />
        Compare
      </a>
      <ExportMenu captures={[capture]} profiles={profiles} />
      <button type="button" class="btn" onClick={() => setAsking(true)}>
        <Icon name="bin" />
        Forget
      </button>
      {isAsking && (
        <ForgetDialog captures={[capture]} profiles={profiles} onForget={onForget} onClose={() => setAsking(false)} />
      )}
    </div>
  );
}
