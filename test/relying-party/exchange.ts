/** The calls of the token endpoint as the extension makes them, with the network ending at the provider. */
import { exchangeCode as exchangeAsDue } from '../../src/actions/exchange-code.ts';
import { guardedPost } from '../../src/actions/guarded-fetch.ts';
import { type RefreshWorld, refreshTokens } from '../../src/actions/refresh-tokens.ts';
import type { CallRecords } from '../../src/actions/token-world.ts';
import type { Capture, PendingLogin, Profile } from '../../src/protocol/records.ts';
import { type JudgeWorld, judgeCapture, withVerdicts } from '../../src/verify/judge-captures.ts';
import type { Provider } from '../support/provider/serve.ts';
import { session } from '../support/records.ts';
import type { SignedIn } from './login.ts';

type Setting = { own: Profile; provider: Provider; world: JudgeWorld };

/** The capture once its code was exchanged, which is not done after a blocking failure. */
export async function exchangeCode({ capture, login }: SignedIn, setting: Setting): Promise<Capture> {
  const ended = { ...login, ended: true, captureIds: [capture.id] };
  const { calling, held } = callingWorld(capture, [ended], setting);
  await exchangeAsDue(capture.id, calling);
  return held();
}

/** The capture once the person has pressed "Refresh", and what the person was told. */
export async function refresh(
  capture: Capture,
  setting: Setting,
): Promise<{ capture: Capture; outcome: { ok: boolean } }> {
  const { calling, held } = callingWorld(capture, [], setting);
  const outcome = await refreshTokens(capture.id, calling);
  return { capture: held(), outcome };
}

function callingWorld(capture: Capture, logins: PendingLogin[], { own, provider, world }: Setting) {
  const { clientId, clientAuth: auth } = own;
  provider.register(clientId, { auth, ...(auth !== 'none' && { secret: provider.secret }) });
  let records: CallRecords = session({ captures: [capture], logins });
  const held = () => records.captures[0] as Capture; // nothing takes it away
  const network = { fetch: provider.fetch, isOnline: () => true, now: world.now };
  const calling: RefreshWorld = {
    profiles: world.profiles,
    records: async () => records,
    change: async (change) => {
      records = change(records);
    },
    asOurs: (_, work) => work(),
    exclusively: (_, work) => work(),
    judge: async () => {
      const verdicts = await judgeCapture(held(), [held()], world);
      records = { ...records, captures: [withVerdicts(held(), verdicts, world.now())] };
    },
    post: (address, body, headers, limits) => guardedPost(address, body, headers, limits, network),
    now: world.now,
    discovered: async () => undefined,
    clientSecret: world.clientSecret,
    isSecretKept: async () => false,
    mayReach: async () => true,
  };
  return { calling, held };
}
