import type { Capture } from '../../../src/protocol/records.ts';
import { flowName } from '../provider-words.ts';
import type { Piece } from './step.ts';

type Event = Capture['events'][number];

const list = new Intl.ListFormat('en');

/** Where a sign-in that was started here began, and what was made for it alone. */
export function startDetail({ detail = '' }: Event, { request, silent }: Capture): Piece[] {
  const { path } = parts(detail);
  const once = ['state', 'nonce', ...(request?.pkce ? ['PKCE challenge'] : [])];
  const flow = request ? `, ${flowName(request.responseType)} flow` : '';
  return [
    silent ? 'Tab opened behind the others' : 'Tab opened',
    ...(path === '' ? [] : [' on ', { code: path }]),
    ` with a fresh ${list.format(once)}${flow}`,
    ...(request?.prompt === undefined ? [] : [', ', { code: `prompt=${request.prompt}` }]),
  ];
}

/** Which page of the provider the tab came to. */
export function pageDetail({ detail = '' }: Event): Piece[] {
  const { host, path } = parts(detail);
  return host === '' ? [{ code: detail }] : [{ code: path }, ' on ', { code: host }];
}

/** The record holds origin and path; what was left out of the path stands there as `…`, which URL would encode. */
function parts(page: string): { host: string; path: string } {
  const [, host = '', path = ''] = /^https?:\/\/([^/]+)(\/.*)$/.exec(page) ?? [];
  return { host, path };
}
