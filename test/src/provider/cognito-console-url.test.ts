import { expect, test } from 'vitest';
import { cognitoConsoleUrl } from '../../../src/provider/cognito-console-url.ts';

const domain = 'https://demo.auth.us-east-1.amazoncognito.com';
const urlOf = (userPoolId: string) => cognitoConsoleUrl({ cognito: { domain, userPoolId } });

test.each([
  ['us-east-1_AbCdEfGhI', 'us-east-1'],
  ['ap-southeast-2_9aZ', 'ap-southeast-2'],
  ['mx-central-1_x', 'mx-central-1'],
])('the pool %s is shown by the console of its region', (id, region) => {
  expect(urlOf(id)).toBe(
    `https://${region}.console.aws.amazon.com/cognito/v2/idp/user-pools/${id}/users?region=${region}`,
  );
});

test.each([
  ['a partition of its own', 'us-gov-west-1_AbC'],
  ['the Chinese partition', 'cn-north-1_AbC'],
  ['another host', 'evil.example/us-east-1_AbC'],
  ['a path', 'us-east-1_AbC/../x'],
  ['a query', 'us-east-1_AbC?x'],
  ['nothing', ''],
])('there is no address for a pool id of %s', (_what, id) => {
  expect(urlOf(id)).toBeUndefined();
});

test('nor without a user pool', () => {
  expect(cognitoConsoleUrl({})).toBeUndefined();
});
