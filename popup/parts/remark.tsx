import type { Remark } from '../state/claims/claim-remarks.ts';
import { Icon } from './icon.tsx';

/** One sentence beside its icon, below what it is about. */
export function RemarkLine({ remark: { tone, text } }: { remark: Remark }) {
  return (
    <p class="meaning remark" data-tone={tone}>
      <Icon name={tone === 'warn' ? 'warn' : 'info'} />
      <span>{text}</span>
    </p>
  );
}
