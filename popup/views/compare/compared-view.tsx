import { useMemo, useState } from 'preact/hooks';
import { compareMarkdown } from '../../../src/handover/compare-markdown.ts';
import { compareCaptures } from '../../../src/protocol/compare/compare-captures.ts';
import type { Capture, Profile } from '../../../src/protocol/records.ts';
import { profileOf } from '../../../src/protocol/sample-profile.ts';
import { useNow } from '../../parts/host-context.ts';
import { Icon } from '../../parts/icon.tsx';
import { lifetimeSay } from '../../state/compare/change-say.ts';
import type { Pair } from '../../state/compare/choose-pair.ts';
import { compareTabs, firstCompareTab, type TabName } from '../../state/compare/compare-tabs.ts';
import { loginOf } from '../../state/compare/login-of.ts';
import { markdownSide } from '../../state/compare/markdown-side.ts';
import type { PickGroup } from '../../state/compare/pick-options.ts';
import { apartWords } from '../../state/compare/sum-words.ts';
import { tabContent } from '../../state/compare/tab-content.ts';
import { hashOf } from '../../state/route.ts';
import { lifetimeOf } from '../../state/token/lifetime.ts';
import { CompareNotes } from './compare-notes.tsx';
import { ComparePanel } from './compare-panel.tsx';
import { CompareTabs } from './compare-tabs.tsx';
import { CompareActions, CompareTitle } from './compare-title.tsx';
import { usePair } from './use-pair.ts';

type Props = {
  captures: readonly Capture[];
  picks: readonly PickGroup[];
  profiles: readonly Profile[];
  a: string;
  b: string;
  navigate: (path: string) => void;
};

/** Two captures of those that are held, or the pickers alone where one is not held any more. */
export function ComparedView({ captures, picks, profiles, a, b, navigate }: Props) {
  const now = useNow([]);
  const [onlyDiffers, setOnlyDiffers] = useState(true);
  const [wanted, show] = useState<TabName>();
  const pair = usePair(a, b, captures);
  const go = (to: Pair) => navigate(hashOf({ view: 'compare', ...to }));
  const before = captures.find(({ id }) => id === pair.a);
  const after = captures.find(({ id }) => id === pair.b);
  const compared = useMemo(
    () => before && after && compareCaptures(loginOf(before, profiles), loginOf(after, profiles)),
    [before, after, profiles],
  );
  const isGone = (id: string, capture: Capture | undefined) => id !== '' && !capture;
  const gone = [...(isGone(pair.a, before) ? ['A' as const] : []), ...(isGone(pair.b, after) ? ['B' as const] : [])];
  const owner = after && profileOf(after, profiles);
  const tabs = compared && after ? compareTabs(compared, (name) => lifetimeOf(after, owner, name, now).words) : [];
  const tab =
    compared &&
    (tabs.find(({ name }) => name === wanted) ?? tabs.find(({ name }) => name === firstCompareTab(compared)));
  const content = useMemo(() => compared && tab && tabContent(compared, tab.name), [compared, tab?.name]);
  return (
    <>
      <CompareTitle>
        {compared && before && after && (
          <CompareActions
            onlyDiffers={onlyDiffers}
            onOnlyDiffers={setOnlyDiffers}
            onSwap={() => go({ a: pair.b, b: pair.a })}
            markdown={() => compareMarkdown(compared, markdownSide(before, profiles), markdownSide(after, profiles))}
          />
        )}
      </CompareTitle>
      <CompareNotes unrelated={compared?.unrelated ?? []} gone={gone} />
      {compared && content && (
        <section class="stub" aria-label="Result">
          <span class="verdict">
            <Icon name={content.sum.isSame ? 'same' : 'differs'} />
            <b>{content.sum.words}</b>
          </span>
          <span class="how">{content.sum.rest}</span>
          <span class="when">{apartWords(compared.apart)}</span>
        </section>
      )}
      {tab && <CompareTabs tabs={tabs} shown={tab.name} onShow={show} />}
      <ComparePanel
        pair={pair}
        picks={picks}
        onPick={go}
        tab={tab}
        groups={content?.groups ?? []}
        onlyDiffers={onlyDiffers}
        lifetimeSay={lifetimeSay(compared?.unrelated ?? [], owner?.provider)}
        now={now}
      />
    </>
  );
}
