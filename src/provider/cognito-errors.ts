/** Where in Amazon Cognito's console of today a thing is set; `<client>` stands for the app client. */
const loginPages = ['App clients', '<client>', 'Login pages', 'Edit'];

export type ErrorWords = {
  heading: string;
  meaning: string;
  todo: string;
  /** The click path in the provider's console, in the provider's own labels. */
  consolePath?: string[];
};

/**
 * What Cognito means by an error at the callback. It puts a general code in `error` and the reason in
 * `error_description`; the reason is looked for first. Descriptions are not fixed strings.
 */
export const cognitoErrors: { matches: RegExp; words: ErrorWords }[] = [
  {
    matches: /^invalid_scope$/,
    words: {
      heading: 'A scope is not allowed for this app client',
      meaning:
        'One of the scopes that were asked for is not ticked on the app client, or email, phone or profile was asked for without openid. Cognito does not say which one.',
      todo: 'Tick the scopes on the app client, or take them out of the profile one by one. Cognito knows no offline_access.',
      consolePath: [...loginPages, 'OpenID Connect scopes'],
    },
  },
  {
    matches: /^unauthorized_client$/,
    words: {
      heading: 'This app client does not allow the flow',
      meaning: 'The response type that was asked for belongs to a grant that is not ticked on the app client.',
      todo: 'Tick Implicit grant for response_type=token, or Authorization code grant for code, and save.',
      consolePath: [...loginPages, 'OAuth 2.0 grant types'],
    },
  },
  {
    matches: /^Already found an entry for username/i,
    words: {
      heading: 'First login after two accounts were linked',
      meaning: 'Cognito reports this once, on the first login through another provider after linking.',
      todo: 'Sign in once more. It works the second time.',
    },
  },
  {
    matches: /PreSignUp|PreAuthentication|PostConfirmation|PreTokenGeneration|UserMigration|failed with error/i,
    words: {
      heading: 'A Lambda trigger refused the login',
      meaning: 'The text comes from a function of yours that runs during the login.',
      todo: 'Look at the trigger function and its log.',
      consolePath: ['Extensions', 'Lambda triggers'],
    },
  },
  {
    matches: /Error - \d{3}|calling IdP|Connection reset|Read timed out/i,
    words: {
      heading: 'The other identity provider answered with an error',
      meaning: 'Cognito asked the provider that the user chose, and that one failed. Its words follow.',
      todo: 'Check client id, secret and addresses of that provider, then sign in again.',
      consolePath: ['Authentication', 'Social and external providers'],
    },
  },
  {
    matches: /^login_required$/,
    words: {
      heading: 'Nobody is signed in',
      meaning: 'The request asked for a login without a page (prompt=none), and Cognito’s one-hour session is over.',
      todo: 'Sign in without prompt=none.',
    },
  },
  {
    matches: /^invalid_request$/,
    words: {
      heading: 'Cognito could not read the request',
      meaning: 'A parameter is missing or has a value that Cognito does not know. The description, if any, says which.',
      todo: 'Compare the authorize URL of the profile with what the app client allows.',
      consolePath: loginPages,
    },
  },
  {
    matches: /^server_error$/,
    words: {
      heading: 'Cognito failed',
      meaning: 'The fault is on Cognito’s side.',
      todo: 'Sign in again in a moment.',
    },
  },
];
