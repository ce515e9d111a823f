import { randomBytes } from 'node:crypto';
import type { Profile } from '../../../src/protocol/records.ts';
import type { TestPage } from '../../../tools/browsers/driver.ts';
import { waitUntil } from '../../../tools/wait-until.mjs';
import type { browsers } from '../../e2e/support/browsers.ts';
import { profileAt } from '../../e2e/support/login.ts';
import { html, type PageServer, servePages } from '../../e2e/support/page-server.ts';
import { startAnew } from '../../e2e/support/visit.ts';
import type { Watched } from '../../e2e/support/watched.ts';
import { type Provider, type Sent, serveOpenId } from '../../support/provider/serve.ts';
import { whole } from '../../support/whole.ts';
import { type ExtensionMemory, type Held, openMemory } from './extension-memory.ts';

/** A login that the app asked for, known by its state. */
export type Login = { state: string; profileId: string };

/** Two profiles whose app asks for tokens, and one with a code for sign-ins. */
function profilesAt(provider: Provider, app: PageServer): Profile[] {
  const own = (id: string, over: Partial<Profile>) =>
    profileAt(provider, {
      id,
      name: `profile ${id}`,
      clientId: `client-${id}`,
      callback: `${app.origin}/back/${id}`,
      ...over,
    });
  // a page that asks for nothing stands for the provider's login page: it waits until the person goes on
  const endpoints = { ...provider.endpoints, authorization: `${app.origin}/login` };
  return [
    own('one', { responseType: 'id_token token', scopes: ['openid', 'email', 'profile'] }),
    own('two', {
      responseType: 'id_token token',
      scopes: ['openid', 'email', 'profile', 'orders/read', 'orders/write'],
    }),
    own('code', { endpoints }),
  ];
}

/** A browser with the extension, a provider that signs its tokens, and an app at whose callbacks logins end. */
export class SoakWorld {
  driver!: Watched;
  memory!: ExtensionMemory;
  provider!: Provider;
  app!: PageServer;
  profiles: Profile[] = [];
  /** Every login of the app that ended, the oldest first. */
  logins: Login[] = [];
  /** All that ever came to the token endpoint. */
  sent: Sent[] = [];
  #tab: TestPage | undefined;

  async begin(launch: (typeof browsers)[number][1], options: Parameters<typeof launch>[0] = {}): Promise<void> {
    this.app = await servePages((_request, response) => html(response, 'the app'));
    this.provider = await serveOpenId({ isCognito: true });
    this.profiles = profilesAt(this.provider, this.app);
    this.driver = await launch({ variant: '-granted', ...options });
    // what its documents name is forgotten on the way
    this.driver.expectCalls(`${this.provider.origin}/keys`);
    this.memory = await openMemory(this.driver);
    await this.memory.write('local', { profiles: this.profiles, activeProfile: 'one', settings: { theme: 'dark' } });
    await startAnew(this.driver);
  }

  async end(): Promise<void> {
    await this.driver?.close();
    await this.provider?.close();
    await this.app?.close();
  }

  async restart(): Promise<void> {
    this.#tab = undefined;
    await this.driver.restart();
    this.memory = await openMemory(this.driver);
  }

  /** Ends the worker. Chromium says that it is gone a moment before it stops handing it events: they would be lost. */
  async stop(): Promise<void> {
    await this.driver.stopBackground();
    await this.memory.alarms();
  }

  /** What the provider is told from here on is counted: `err` of the provider empties its lists. */
  err(name: Parameters<Provider['err']>[0]): void {
    this.sent.push(...this.provider.sent);
    this.provider.err(name);
  }

  /** The app has the person sign in: through the provider to its callback, in one tab that stays. */
  async appLogin(profileId: string): Promise<Login> {
    const profile = this.profiles.find(({ id }) => id === profileId);
    if (!profile) throw new Error(`No profile ${profileId}`);
    const login = { state: `${this.logins.length}-${randomBytes(24).toString('base64url')}`, profileId };
    const query = new URLSearchParams({
      response_type: profile.responseType,
      client_id: profile.clientId,
      redirect_uri: profile.callback,
      scope: profile.scopes.join(' '),
      state: login.state,
      nonce: randomBytes(24).toString('base64url'),
    });
    this.#tab ??= await this.driver.newTab();
    this.logins.push(login);
    await this.driver.visit(this.#tab, `${this.provider.origin}/authorize?${query}`);
    return login;
  }

  /** Begins a sign-in, until the person is at the provider. */
  async signIn(): Promise<{ state: string; goOn(): Promise<void> }> {
    await this.memory.ask({ type: 'signIn', profileId: 'code' });
    const page = await this.driver.findPage((url) => url.startsWith(`${this.app.origin}/login`), { timeout: 30_000 });
    const { search, searchParams } = new URL(await page.url());
    return {
      state: searchParams.get('state') ?? '',
      goOn: () => this.driver.visit(page, `${this.provider.origin}/authorize${search}`),
    };
  }

  /** Waits until the extension has done all that there is to do, and gives what it holds. */
  async settled(timeout = 60_000): Promise<Held[]> {
    await this.memory.ask({ type: 'hello' });
    const isOver = async () => (await this.memory.underWay()) === 0;
    // to look into a large memory is work, which holds up what is waited for
    const interval = whole('soak', 1000, 100);
    await waitUntil(isOver, { what: 'nothing to be under way', timeout, interval });
    return this.memory.captures();
  }
}
