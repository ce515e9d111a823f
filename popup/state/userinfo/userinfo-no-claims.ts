import type { UserinfoAnswer } from './userinfo-answer.ts';

/** What is wrong with an answer that came with status 200 and holds no claims, and what to do. */
export function noClaimsWords({ why, type }: UserinfoAnswer & { kind: 'text' }): { heading: string; todo: string } {
  switch (why) {
    case 'empty':
      return {
        heading: 'The answer is empty',
        todo: 'userInfo answers with a JSON object. Nothing came: check the userInfo endpoint of the profile.',
      };
    case 'encrypted':
      return {
        heading: 'The answer is encrypted: only its recipient can read it',
        todo: 'The client is registered for encrypted answers (JWE). Ask the provider for plain or signed ones, or read it where its key is.',
      };
    case 'no_token':
      return {
        heading: 'The answer is called a JWT and is none that can be read',
        todo: 'A signed answer is one token and nothing else (OpenID Connect Core section 5.3.2). Call again, then tell the provider.',
      };
    case 'other_type':
      return {
        heading: type === '' ? 'The answer names no content type' : `The answer came as ${type}, not as JSON`,
        todo: `Claims come as application/json, or as application/jwt where they are signed (OpenID Connect Core section 5.3.2). ${page}`,
      };
    case 'not_json':
      return { heading: 'The answer is no JSON', todo: `userInfo answers with a JSON object. ${page}` };
    case 'duplicate':
      return {
        heading: 'A member stands twice in the answer',
        todo: 'Which one counts is left to chance, so none of it is used. Have the provider send each member once.',
      };
    case 'not_object':
      return { heading: 'The answer is JSON, but no object', todo: `userInfo answers with a JSON object. ${page}` };
  }
}

const page =
  'A page instead often means a wrong address or a login page in front of it: check the userInfo endpoint of the profile.';
