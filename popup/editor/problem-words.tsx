import type { ComponentChildren } from 'preact';
import type { Problem, ProblemId } from '../state/profile/profile-problems.ts';

const noSpaces = 'Holds a space, a tab or a line break. Take it out.';
const noBackslash = 'Holds a backslash, which browsers read as a slash. Write / instead.';
const onlyHttp = 'Only https and http addresses can be called.';
const noUser = (
  <>
    Holds a user name before <code>@</code>. Leave it out: the host is what stands behind it.
  </>
);

const words: Record<ProblemId, (detail: string) => ComponentChildren> = {
  name_missing: () => 'Needs a name. It is how you find the profile again.',
  name_long: (count) => `Has ${count} characters, and a name has 200 at most. Shorten it.`,
  name_taken: (name) => `Another profile is named “${name}”. Choose a name of its own.`,
  domain_missing: () => 'Needs the prefix of the pool’s domain, or a custom domain below.',
  prefix_form: () => 'A prefix has 1 to 63 small letters, digits and hyphens, with no hyphen at either end.',
  prefix_reserved: (word) => (
    <>
      AWS keeps <code>{word}</code> for itself: no domain prefix can contain it.
    </>
  ),
  region_missing: () => (
    <>
      Needs a region, such as <code>us-east-1</code>.
    </>
  ),
  region_form: () => (
    <>
      Not the form of a region. It looks like <code>us-east-1</code> or <code>eu-central-1</code>.
    </>
  ),
  domain_path: (origin) => (
    <>
      A domain alone, with nothing behind the host. Try <code>{origin}</code>.
    </>
  ),
  pool_form: () => (
    <>
      A user pool id is a region, an underscore and letters: <code>us-east-1_AbCdEfGhI</code>.
    </>
  ),
  pool_region: (region) => (
    <>
      This pool lies in <code>{region}</code>, the domain in another region. Its tokens come from the pool’s own region.
    </>
  ),
  authorization_missing: () => 'Needs the address where a sign-in starts. Fill it in, or from discovery.',
  client_missing: () => 'Needs the id of the app client, as the provider’s console shows it.',
  client_white_space: () => 'A client id has no space in it. Copy it from the console once more.',

  params_secret: (names) => (
    <>
      Leave out <code>{names}</code>: a profile lies on disk and an address in histories and logs, where no secret and
      no token belongs. A client secret has a field of its own.
    </>
  ),
  params_doubtful: (names) => (
    <>
      Is <code>{names}</code> a secret? A profile lies on disk and an address in histories and logs. Leave it out then.
    </>
  ),

  address_white_space: () => noSpaces,
  address_backslash: () => noBackslash,
  address_no_scheme: (address) => (
    <>
      Needs a scheme. Try <code>{`https://${address.replace(/^\/+/, '')}`}</code>.
    </>
  ),
  address_scheme: () => onlyHttp,
  address_malformed: () => 'Not an address that a browser can read. Check host and port.',
  address_user_info: () => noUser,
  address_fragment: () => (
    <>
      Leave out <code>#</code> and what stands behind it.
    </>
  ),
  address_wildcard: () => (
    <>
      Leave out <code>*</code>: an address names one host.
    </>
  ),
  address_plain_http: () => (
    <>
      Needs <code>https</code>: tokens would cross the network in the clear. Only <code>localhost</code> and{' '}
      <code>127.0.0.1</code> may use http.
    </>
  ),
  address_ipv6_loopback: () => (
    <>
      The browser’s content security policy cannot name <code>[::1]</code>, so calls to it are blocked. Use{' '}
      <code>localhost</code> or <code>127.0.0.1</code>.
    </>
  ),

  algs_unknown: (alg) => (
    <>
      <code>{alg}</code> cannot be checked here. Known are RS, PS, ES and HS with 256, 384 or 512, and EdDSA.
    </>
  ),
  algs_none: () => (
    <>
      <code>none</code> means no signature: anybody can write such a token. One that came through the browser fails all
      the same.
    </>
  ),
  skew_form: () => 'A number of seconds from 0 to 300.',
  iat_window_form: () => 'A number of seconds above 0.',

  logout_fragment: () => (
    <>
      Leave out <code>#</code> and what stands behind it: the address is compared letter by letter.
    </>
  ),
  logout_wildcard: () => (
    <>
      A sign-out URL is compared letter by letter, so <code>*</code> matches nothing. Register each address.
    </>
  ),
  logout_scheme: () =>
    'No sign-out ends at such an address. It starts with https://, with http:// or with an app’s own scheme.',

  passphrase_missing: () => 'Needs a passphrase: without one the secret would lie on disk in the clear.',
  passphrase_short: () =>
    'Needs 12 characters or more: whoever gets at the disk can try passphrases at leisure. A few words will do.',

  callback_missing: () => 'Needs the address where the login comes back, exactly as the app client has it.',
  callback_white_space: () => noSpaces,
  callback_backslash: () => noBackslash,
  callback_no_scheme: (text) => (
    <>
      Needs a scheme. Try <code>{withScheme(text)}</code>.
    </>
  ),
  callback_relative: () => (
    <>
      Needs the whole address, with scheme and host. Try <code>http://localhost:3000/callback</code>.
    </>
  ),
  callback_code_scheme: () =>
    'No login ends at such an address. It starts with https://, with http:// or with an app’s own scheme.',
  callback_malformed: () => (
    <>
      Not an address that a browser can read. It looks like <code>http://localhost:3000/callback</code>.
    </>
  ),
  callback_fragment: () => (
    <>
      Leave out <code>#</code> and what stands behind it: the tokens come there.
    </>
  ),
  callback_wildcard: () => (
    <>
      A callback is compared letter by letter, so <code>*</code> matches nothing. Register each address.
    </>
  ),
  callback_user_info: () => noUser,
  callback_plain_http: (host) => (
    <>
      Tokens for <code>{host}</code> cross the network in the clear. Cognito allows http only on this machine.
    </>
  ),
  callback_international_host: (host) => (
    <>
      Browsers write this host as <code>{host}</code>. Register that form if the provider wants it.
    </>
  ),
  callback_mixed_script: (host) => (
    <>
      This host mixes alphabets that look alike. Browsers write it as <code>{host}</code>. Check that it is yours.
    </>
  ),
  callback_host_read_as: (host) => (
    <>
      Browsers read this host as <code>{host}</code>.
    </>
  ),
  callback_trailing_dot: (host) => (
    <>
      With its last dot <code>{host}</code> is another host than the same name without it.
    </>
  ),
  callback_custom_scheme: (scheme) => (
    <>
      <code>{scheme}:</code> is the scheme of an app on this device. A login that ends there needs “Watch requests too”.
    </>
  ),
};

/** What is wrong with a field, and what to do. */
export function problemWords({ id, detail }: Problem): ComponentChildren {
  return words[id](detail);
}

function withScheme(text: string): string {
  return /^(?:localhost|127\.0\.0\.1)(?:[:/]|$)/i.test(text) ? `http://${text}` : `https://${text}`;
}
