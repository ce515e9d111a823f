/** The members of Cognito's `identities`, in plain words. */
export const identityMembers: Record<string, string> = {
  userId: 'The user’s id there.',
  providerName: 'The provider, as the pool calls it.',
  providerType: 'How the pool talks to it.',
  issuer: 'The provider’s issuer, often null.',
  primary: 'Whether the user was made from this account. Text, not true or false.',
  dateCreated: 'When it was linked: milliseconds since 1970, as text.',
};

/** Cognito's own values of `amr`. */
export const cognitoMethods: Record<string, string> = {
  email_otp: 'a code by email',
  fed: 'a sign-in at another provider',
};

/** Cognito's classes of a sign-in, the values of `acr`. */
export const cognitoClasses: Record<string, string> = {
  'urn:cognito:loa:1': 'level 1 of 4, the lowest',
  'urn:cognito:loa:2': 'level 2 of 4',
  'urn:cognito:loa:3': 'level 3 of 4',
  'urn:cognito:loa:4': 'level 4 of 4, the highest',
};

/** Cognito's own scope: it opens the user's own profile in Cognito's API. */
export const adminScope = 'aws.cognito.signin.user.admin';
export const adminScopeMeaning =
  'Lets the token read and change the user’s own account through Cognito’s API, such as GetUser. It changes nothing for userInfo.';
