import type { ComponentChildren } from 'preact';
import { hostPattern, parseUrl } from '../../src/protocol/url.ts';
import type { Host } from '../host.ts';
import { findAddressFault } from '../state/profile/profile-address.ts';
import type { Draft } from '../state/profile/profile-draft.ts';
import { isPoolDomain } from '../state/profile/profile-pool-domain.ts';
import { requestGrant } from '../state/profile/profile-save.ts';
import { failedLine, foundLine } from './discovery-words.tsx';
import { Result, TextField } from './field.tsx';
import type { Form } from './form.ts';
import { TrustLine } from './trust-line.tsx';
import type { Discovery } from './use-discovery.ts';

export type IssuerProps = { host: Host; form: Form; discovery: Discovery };

/** The issuer, and what its discovery document says. */
export function IssuerField({ host, form, discovery, hint }: IssuerProps & { hint: ComponentChildren }) {
  const issuer = form.draft.issuer.trim();
  const ask = () => {
    form.touch('issuer');
    if (findAddressFault(issuer, 'extension') === undefined || issuer === '') void discovery.ask(issuer);
  };
  return (
    <TextField
      form={form}
      field="issuer"
      label="Issuer"
      placeholder="https://"
      value={form.draft.issuer}
      onValue={(typed) => form.edit('issuer', { issuer: typed })}
      hint={hint}
    >
      <TrustLine draft={form.draft} />
      <DiscoveryLine form={form} discovery={discovery} />
      <div class="row">
        <button type="button" class="btn small" aria-busy={isAsking(discovery, issuer)} onClick={ask}>
          {form.draft.provider === 'oidc' ? 'Fill from discovery' : 'Ask the issuer'}
        </button>
        <NextStep host={host} form={form} discovery={discovery} />
      </div>
    </TextField>
  );
}

/** The site for which the issuer field itself offers access, so that no second button is shown for it. */
export function offeredPattern({ asked }: Discovery, draft: Draft): string | undefined {
  const issuer = draft.issuer.trim();
  const isUnreachable =
    asked?.issuer === issuer && asked.answer?.ok === false && asked.answer.problem === 'unreachable';
  return isUnreachable && !isPoolDomain(issuer, draft) ? hostPattern(issuer) : undefined;
}

function isAsking({ asked }: Discovery, issuer: string): boolean {
  return asked !== undefined && asked.issuer === issuer && asked.answer === undefined;
}

function DiscoveryLine({ form, discovery }: Omit<IssuerProps, 'host'>) {
  const issuer = form.draft.issuer.trim();
  const { asked } = discovery;
  if (asked?.issuer !== issuer) return <Result tone={undefined} />;
  const { answer } = asked;
  if (!answer) {
    return (
      <Result tone="skip" icon="clock">
        Asking the issuer for its addresses…
      </Result>
    );
  }
  const line = answer.ok ? foundLine(answer, form.draft) : failedLine(answer, issuer, form.draft);
  return <Result tone={line.tone}>{line.words}</Result>;
}

/** What can be done at once about a discovery that failed. */
function NextStep({ host, form, discovery }: IssuerProps) {
  const issuer = form.draft.issuer.trim();
  const pattern = offeredPattern(discovery, form.draft);
  if (pattern) {
    const allow = async () => {
      const isGranted = await requestGrant(host, { origins: [pattern] });
      if (isGranted) await discovery.ask(issuer);
    };
    return (
      <button type="button" class="btn small" onClick={allow}>
        Allow access to {parseUrl(issuer)?.hostname}
      </button>
    );
  }
  const named = nearIssuer(discovery, issuer);
  if (named === undefined) return null;
  const use = () => {
    form.edit('issuer', { issuer: named });
    void discovery.ask(named);
  };
  return (
    <button type="button" class="btn small" onClick={use}>
      Use {named}
    </button>
  );
}

/** The issuer that the document names, where it lies on the same origin: most often only a last slash is missing. */
function nearIssuer({ asked }: Discovery, issuer: string): string | undefined {
  if (asked?.issuer !== issuer || asked.answer?.ok !== false || asked.answer.problem !== 'issuer_mismatch')
    return undefined;
  const named = asked.answer.detail ?? '';
  return parseUrl(named)?.origin === parseUrl(issuer)?.origin ? named : undefined;
}
