import type { World } from '../../state/world.ts';

type Props = {
  world: World;
  /** Ids of captures; '' where none is chosen. */
  a: string;
  b: string;
  navigate: (path: string) => void;
};

/** What changed between two logins. */
export function CompareView(_: Props) {
  return (
    <div class="title">
      <h1>Compare</h1>
    </div>
  );
}
