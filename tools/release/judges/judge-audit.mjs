import { fail, notChecked, pass } from '../verdict.mjs';

/**
 * Is every finding of `npm audit` mended or explained?
 *
 * @param {unknown} answer what `npm audit --json` prints; undefined where it printed no JSON
 * @param {{ id: string, package: string, why: string }[]} explained docs/store/audit.json; `id` is the advisory's address
 */
export function judgeAudit(answer, explained) {
  const check = 'npm audit';
  const todo = 'run npm audit on a network that lets it through before you release';
  if (!isAnswer(answer)) return notChecked(check, `the registry gave no answer: ${errorOf(answer)}`, todo);
  const found = Object.values(answer.vulnerabilities).flatMap(({ name, via = [] }) =>
    via.flatMap((cause) => (typeof cause === 'string' ? [] : [{ name, id: String(cause.url), title: cause.title }])),
  );
  // one that only says which package brings another has no advisory of its own
  const isExplained = (/** @type {{ name: string, id: string }} */ { name, id }) =>
    explained.some((entry) => entry.id === id && entry.package === name && entry.why.trim() !== '');
  const open = found.filter((finding) => !isExplained(finding));
  if (open.length === 0) return pass(check, found.length ? `${found.length} findings, each explained` : 'no finding');
  const said = open.map(({ name, id, title }) => `${name}: ${title ?? 'no title'} (${id})`).join('; ');
  return fail(check, said, 'take a version without it, or say in docs/store/audit.json why it does no harm here');
}

/** @param {unknown} answer @returns {answer is { vulnerabilities: Record<string, { name: string, via?: (string | { url?: string, title?: string })[] }> }} */
function isAnswer(answer) {
  return typeof answer === 'object' && answer !== null && 'vulnerabilities' in answer && !('error' in answer);
}

/** @param {unknown} answer */
function errorOf(answer) {
  const { message, error } = /** @type {{ message?: unknown, error?: { summary?: unknown } }} */ (answer ?? {});
  return String(message ?? error?.summary ?? 'nothing that can be read').slice(0, 160);
}
