import { useState } from 'preact/hooks';
import type { Discovered } from '../../src/messages.ts';
import type { Host } from '../host.ts';
import { dropForeignEndpoints, fillFromDiscovery } from '../state/profile/profile-fill.ts';
import { type FormState, fillForm } from '../state/profile/profile-form.ts';

/** The last question to an issuer; without an answer it is still being asked. */
export type Asked = { issuer: string; answer?: Discovered };
export type Discovery = { asked: Asked | undefined; ask(issuer: string): Promise<void> };
export type ChangeForm = (change: (form: FormState) => FormState) => void;

/** Asks an issuer for its endpoints and fills them in, if the issuer is still the one in the form by then. */
export function useDiscovery(host: Host, changeForm: ChangeForm): Discovery {
  const [asked, setAsked] = useState<Asked>();
  const ask = async (issuer: string) => {
    setAsked({ issuer });
    changeForm((form) => ({ ...form, draft: dropForeignEndpoints(form.draft) }));
    const answer = await host.send({ type: 'discover', issuer }).catch(() => unreachable);
    setAsked((current) => (current?.issuer === issuer ? { issuer, answer } : current));
    if (!answer.ok) return;
    changeForm((form) => {
      const isStillMeant = form.draft.issuer.trim() === issuer;
      return isStillMeant ? fillForm(form, fillFromDiscovery(form.draft, answer), 'discovery') : form;
    });
  };
  return { asked, ask };
}

const unreachable: Discovered = { ok: false, problem: 'unreachable' };
