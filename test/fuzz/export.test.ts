import { expect, test } from 'vitest';
import { exportRedacted } from '../../src/handover/export-file.ts';
import { exportMarkdown } from '../../src/handover/export-markdown.ts';
import { parseCaptures } from '../../src/handover/import-captures.ts';
import { now, profile } from '../support/records.ts';
import { leaks, scene } from '../support/redaction-scenes.ts';
import { throughDoor } from './support/through-door.ts';

test('a redacted export holds nothing of any signature, token or code, wherever they stood', async () => {
  await throughDoor('redacted export', {
    // to look for what leaked, in every disguise, takes a hundred times as long as another case
    part: 0.05,
    inputs: scene,
    enter: async ({ record }) => {
      const { text, content } = await exportRedacted([record], [profile()], { masked: new Set(['sub']), at: now });
      return { text, markdown: exportMarkdown(content) };
    },
    hold({ text, markdown }, { secrets }) {
      expect(leaks(text, secrets)).toEqual([]);
      expect(leaks(markdown, secrets)).toEqual([]);
      expect(parseCaptures(text).ok).toBe(true);
    },
  });
});
