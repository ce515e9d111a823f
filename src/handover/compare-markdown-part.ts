import type { ComparedPart } from '../protocol/compare/compare-captures.ts';
import { deltaText, distanceText } from '../protocol/compare/distance-text.ts';
import type { TableRow } from './compare-markdown-row.ts';
import { comparedTable, type Row, rowsOf } from './compare-markdown-table.ts';
import { markdownNames } from './markdown-names.ts';

const titles: Record<ComparedPart['name'], string> = {
  id_token: 'ID token',
  access_token: 'Access token',
  refresh_token: 'Refresh token',
  userinfo: 'userInfo',
};

/** What two tokens of one kind, or two answers of userInfo, differ in, as blocks of Markdown. */
export function partBlocks({ name, compared }: ComparedPart): string[] {
  const { a, b, isSame, header, claims, lifetime } = compared;
  if (a === 'none' && b === 'none') return [];
  const title = `#### ${titles[name]}`;
  if (isSame) return [title, 'The very same in A and B.'];
  if (a === 'none' || b === 'none') return [title, `Only ${a === 'none' ? 'B' : 'A'} has one.`];
  const length: Row[] = lifetime && lifetime.a !== lifetime.b ? [() => lifetimeRow(lifetime)] : [];
  const rows = [...rowsOf(claims), ...length, ...rowsOf(header, 'header ')];
  if (a !== 'claims' || b !== 'claims') {
    return [
      title,
      'Another one in B; its claims cannot be compared.',
      ...(rows.length > 0 ? [comparedTable('Claim', rows)] : []),
    ];
  }
  const same = claims.filter(({ kind }) => kind === 'same').map(({ path }) => String(path[0]));
  return [title, comparedTable('Claim', rows), ...(same.length > 0 ? [`The same: ${markdownNames(same)}`] : [])];
}

function lifetimeRow({ a, b }: { a: number; b: number }): TableRow {
  return ['exp − iat', distanceText(a), distanceText(b), deltaText(b - a)];
}
