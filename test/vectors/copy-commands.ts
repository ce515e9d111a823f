/** Commands as they are copied for each shell, to the letter. */
import type { Shell } from '../../src/protocol/records.ts';

const userinfo = 'https://demo.auth.us-east-1.amazoncognito.com/oauth2/userInfo';
const flags = '--silent --show-error --fail-with-body';

type Vector = { name: string; shell: Shell; address: string; token: string; env?: true; line: string };

export const curlLines: readonly Vector[] = [
  {
    name: 'in a POSIX shell',
    shell: 'posix',
    address: userinfo,
    token: 'aa.bb.cc',
    line: `curl ${flags} --proto '=https' --header 'Authorization: Bearer aa.bb.cc' --url ${userinfo}`,
  },
  {
    name: 'in a POSIX shell, from the environment',
    shell: 'posix',
    address: userinfo,
    token: 'aa.bb.cc',
    env: true,
    line: `curl ${flags} --proto '=https' --header "Authorization: Bearer $ACCESS_TOKEN" --url ${userinfo}`,
  },
  {
    name: 'in PowerShell 7, where curl is a program',
    shell: 'pwsh',
    address: userinfo,
    token: "a'b\u2019c",
    line: `curl ${flags} --proto '=https' --header 'Authorization: Bearer a''b\u2019\u2019c' --url ${userinfo}`,
  },
  {
    name: 'in PowerShell 7, from the environment',
    shell: 'pwsh',
    address: userinfo,
    token: 'aa.bb.cc',
    env: true,
    line: `curl ${flags} --proto '=https' --header "Authorization: Bearer $env:ACCESS_TOKEN" --url ${userinfo}`,
  },
  {
    name: 'in Windows PowerShell 5.1, where curl is an alias',
    shell: 'powershell',
    address: 'http://localhost:5000/orders?a=1&b=$x',
    token: 'aa.bb.cc',
    line: `curl.exe ${flags} --proto '=http' --header 'Authorization: Bearer aa.bb.cc' --url 'http://localhost:5000/orders?a=1&b=$x'`,
  },
  {
    name: 'in cmd, where an ampersand would end the command',
    shell: 'cmd',
    address: 'http://localhost:5000/orders?a=1&b=^2',
    token: 'aa.bb.cc\\',
    line: `curl ${flags} --proto "=http" --header "Authorization: Bearer aa.bb.cc\\\\" --url "http://localhost:5000/orders?a=1&b=^2"`,
  },
  {
    name: 'in cmd, from the environment',
    shell: 'cmd',
    address: userinfo,
    token: 'aa.bb.cc',
    env: true,
    line: `curl ${flags} --proto "=https" --header "Authorization: Bearer %ACCESS_TOKEN%" --url ${userinfo}`,
  },
  {
    name: 'with brackets that curl would take for a range',
    shell: 'posix',
    address: 'https://api.example/v[1-3]/{a,b}?q={a,b}',
    token: 't',
    line: `curl ${flags} --globoff --proto '=https' --header 'Authorization: Bearer t' --url 'https://api.example/v[1-3]/%7Ba,b%7D?q={a,b}'`,
  },
];

/** What a shell cannot carry, with a word of the reason. */
export const refusedTokens: readonly { shell: Shell; token: string; reason: RegExp }[] = [
  { shell: 'powershell', token: 'a"b', reason: /double quote/ },
  { shell: 'powershell', token: 'ab\\', reason: /backslash/ },
  { shell: 'cmd', token: 'a"&calc&"', reason: /double quote/ },
  { shell: 'cmd', token: '%PATH%', reason: /“%”/ },
  { shell: 'cmd', token: 'a!b', reason: /“!”/ },
  { shell: 'cmd', token: 'x'.repeat(8200), reason: /8,191 in a line/ },
  { shell: 'powershell', token: 'x'.repeat(33_000), reason: /32,766 in a line/ },
  { shell: 'pwsh', token: 'x'.repeat(33_000), reason: /32,766 in a line/ },
  { shell: 'posix', token: 'x'.repeat(140_000), reason: /131,071 in a word/ },
  { shell: 'pwsh', token: 'a\nb', reason: /control character/ },
  { shell: 'cmd', token: 'a\u0000b', reason: /control character/ },
];

/** Pieces that mean something to a shell, to curl or to HTTPie. */
export const nastyPieces = [
  ...["'", '"', '\u2018', '\u2019', '\u201A', '\u201B', '\u201C', '\u201D', '\u201E'],
  ...[
    '$(id)',
    '`id`',
    '!',
    '!A!',
    '\\',
    '\\\\',
    '; id',
    '-o x',
    '@/etc/passwd',
    '&&',
    '&',
    '|',
    '<',
    '>',
    '^',
    ' ',
    '~',
    '*',
  ],
  ...[
    '{a,b}',
    '[1-3]',
    '%',
    '%A%',
    '%20',
    '%A:~0,1%',
    '$A',
    '$env:A',
    '\u0024{A}',
    '#',
    '--%',
    '\u00A0',
    ':',
    '=',
    ',',
    '(',
    ')',
  ],
];
