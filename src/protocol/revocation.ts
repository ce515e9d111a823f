import { mediaType } from './media-type.ts';

/**
 * Whether the provider ended a token (RFC 7009 section 2.2): 200, also for one that counted no more. Some answer without a
 * body, by 204. `kind`: why it is not known what came of it.
 */
export function isRevocationDone({
  status,
  kind,
}: {
  status?: number | undefined;
  kind?: string | undefined;
}): boolean {
  return kind === undefined && (status === 200 || status === 204);
}

/** Whether a web page answered: what is at that address is no revocation endpoint, whatever the status says. */
export function isPage(contentType: string | undefined): boolean {
  return ['text/html', 'application/xhtml+xml'].includes(mediaType(contentType));
}
