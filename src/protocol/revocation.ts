/** Whether the provider ended a token (RFC 7009 section 2.2): 200, also for one that counted no more. Some answer without a body, by 204. */
export function isRevocationDone({ status }: { status?: number | undefined }): boolean {
  return status === 200 || status === 204;
}
