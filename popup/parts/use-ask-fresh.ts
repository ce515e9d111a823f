import type { Profile } from '../../src/protocol/records.ts';
import { unanswered } from '../state/capture/unanswered.ts';
import { isCurrent, isUnderWay } from '../state/token/fresh-words.ts';
import { useHost } from './host-context.ts';
import { useSay } from './say.ts';
import { useRead } from './world-context.ts';

/** Asks for a fresh token of a profile. Busy until it is there or not to be had; how far it is stands under the bar. */
export function useAskFresh(profile: Profile | undefined): { isBusy: boolean; ask: () => void } {
  const host = useHost();
  const say = useSay();
  const { fresh, where } = useRead();
  const isPrivate = where?.isPrivate === true;
  const ask = async (profileId: string) => {
    const place = {
      ...(where?.windowId !== undefined && { windowId: where.windowId }),
      ...(isPrivate && { isPrivate: true as const }),
    };
    const outcome = await host.send({ type: 'freshToken', profileId, ...place }).catch(() => unanswered);
    if (!outcome.ok) say({ seen: outcome.reason, spoken: '' });
  };
  const isOwn = fresh !== undefined && profile !== undefined && isCurrent(fresh, profile.id, isPrivate, host.now());
  return { isBusy: isOwn && isUnderWay(fresh), ask: () => profile && void ask(profile.id) };
}
