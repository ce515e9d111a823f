import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These take minutes, which their sizes do not tell where no run before has measured them. */
const long = /\/(face|capture|faults|endings|needs|bad-input|intercept|granting|panel|fresh-clipboard)\.test\.ts$/;
const inBrowsers = ['e2e', 'proofs', 'soak'];

/** The longest file first, of all projects that open browsers: one that began last would run alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isOurs = ({ project }: TestSpecification) => inBrowsers.includes(project.name);
    const ours = sorted.filter(isOurs).map((file) => ({ file, time: this.timeOf(file) }));
    return [...sorted.filter((file) => !isOurs(file)), ...ours.sort((a, b) => b.time - a.time).map(({ file }) => file)];
  }

  /** Milliseconds as measured before, else a guess: a byte of a test takes about one. */
  private timeOf({ project, moduleId }: TestSpecification): number {
    const key = `${project.name}:${relative(this.ctx.config.root, moduleId)}`;
    const measured = this.ctx.cache.getFileTestResults(key)?.duration;
    return measured ?? (long.test(moduleId) ? 100_000 : (this.ctx.cache.getFileStats(key)?.size ?? 0));
  }
}
