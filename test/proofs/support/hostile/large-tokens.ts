const part = (json: string) => Buffer.from(json).toString('base64url');
const of = (payload: string) => `${part('{"alg":"RS256","kid":"k"}')}.${part(payload)}.${part('no signature')}`;

/** Tokens whose claims are too much, or not what JSON is read as by everybody. */
export const largeTokens: readonly [name: string, token: string][] = [
  ['a word of 100 KB', of(`{"sub":"${'W'.repeat(100_000)}","${'N'.repeat(10_000)}":1}`)],
  ['lists within lists, 10,000 deep', of(`{"sub":"deep","nested":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)],
  ['as many claims as fit', of(`{${Array.from({ length: 12_000 }, (_, at) => `"c${at}":${at}`).join()},"sub":"many"}`)],
  [
    'members that stand twice, names of every object, numbers that none can hold',
    of(
      '{"sub":"one","sub":"other","__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},' +
        '"big":12345678901234567890,"huge":1e400,"exp":1e400,"iat":-1,"nbf":99999999999999999999}',
    ),
  ],
];
