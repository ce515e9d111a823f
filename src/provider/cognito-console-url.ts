import type { Profile } from '../protocol/records.ts';

/**
 * The page of a profile's user pool in the AWS console, from where its paths begin. Undefined without a pool id, and for the
 * partitions whose console lies elsewhere.
 */
export function cognitoConsoleUrl({ cognito }: Pick<Profile, 'cognito'>): string | undefined {
  const poolId = cognito?.userPoolId ?? '';
  const region = /^((?!us-gov|us-iso|cn-)[a-z]{2}(?:-[a-z]+)+-\d{1,2})_[\da-zA-Z]+$/.exec(poolId)?.[1];
  return (
    region && `https://${region}.console.aws.amazon.com/cognito/v2/idp/user-pools/${poolId}/users?region=${region}`
  );
}
