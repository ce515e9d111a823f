import type { Message } from '../../../../src/messages.ts';

/** One good message of each kind that our pages send, about this profile and this capture. */
export function everyMessage(profileId: string, captureId: string): Message[] {
  const messages: { [T in Message['type']]: Extract<Message, { type: T }> } = {
    signIn: { type: 'signIn', profileId },
    cancelSignIn: { type: 'cancelSignIn', state: 'the-state' },
    callUserinfo: { type: 'callUserinfo', captureId, anyway: true },
    refresh: { type: 'refresh', captureId, anyway: true },
    clientToken: { type: 'clientToken', profileId },
    revoke: { type: 'revoke', captureId, token: 'access_token' },
    signOut: { type: 'signOut', profileId, captureId },
    freshToken: { type: 'freshToken', profileId },
    copied: { type: 'copied', text: 'something else' },
    keepSecret: { type: 'keepSecret', profileId, secret: 'the attacker’s' },
    unlockSecret: { type: 'unlockSecret', profileId, passphrase: 'guessed' },
    forgetSecret: { type: 'forgetSecret', profileId },
    record: { type: 'record', sites: [] },
    endRecording: { type: 'endRecording' },
    judge: { type: 'judge', captureId },
    paste: { type: 'paste', text: '{"access_token":"planted"}', profileId },
    sample: { type: 'sample' },
    importCaptures: { type: 'importCaptures', text: '{"claimcheck":"captures","version":1,"captures":[]}' },
    cleanUp: { type: 'cleanUp', captureId, what: 'history' },
    forget: { type: 'forget', captureIds: [captureId] },
    discover: { type: 'discover', issuer: 'https://attacker.example' },
    hello: { type: 'hello' },
    // the last, as it would leave nothing for the others
    forgetEverything: { type: 'forgetEverything' },
  };
  return Object.values(messages);
}
