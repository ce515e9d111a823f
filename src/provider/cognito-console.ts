/** Where in Amazon Cognito's console of today a thing is set; `<client>` stands for the app client. */
const client = ['App clients', '<client>'];
const loginPages = [...client, 'Login pages', 'Edit'];

export const consolePaths = {
  loginPages,
  callbacks: [...loginPages, 'Allowed callback URLs'],
  signOuts: [...loginPages, 'Allowed sign-out URLs'],
  identityProviders: [...loginPages, 'Identity providers'],
  grants: [...loginPages, 'OAuth 2.0 grant types'],
  scopes: [...loginPages, 'OpenID Connect scopes'],
  customScopes: [...loginPages, 'Custom scopes'],
  client: [...client, 'App client information'],
  revocation: [...client, 'App client information', 'Edit', 'Advanced security configurations'],
  attributes: [...client, 'Attribute permissions'],
  // where the console has them differs: the name is what to search for
  triggers: ['Lambda triggers'],
  providers: ['Authentication', 'Social and external providers'],
  managedLogin: ['Branding', 'Managed login'],
  domain: ['Branding', 'Domain'],
  overview: ['Overview'],
};
