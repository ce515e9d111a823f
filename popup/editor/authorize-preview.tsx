import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Icon } from '../parts/icon.tsx';
import { Text } from '../parts/text.tsx';
import type { Draft } from '../state/profile/profile-draft.ts';
import { bringsToken, type FlowType, findFlowType, findImplicitType } from '../state/profile/profile-flows.ts';
import { type PreviewRow, previewOf } from '../state/profile/profile-preview.ts';
import { paramWords } from './param-words.ts';

/** The authorize URL as it will be sent, one parameter a row. */
export function AuthorizePreview({ draft }: { draft: Draft }) {
  const { origin, path, rows, url } = previewOf(draft);
  const hasCode = rows.some(({ name, isOneTime }) => name === 'code_challenge' && isOneTime);
  const before = useRef(rows);
  useEffect(() => {
    before.current = rows;
  });
  const hasChanged = (row: PreviewRow) =>
    before.current.every((other) => other.name !== row.name || other.value !== row.value);
  return (
    <section aria-labelledby="profile-url-h">
      <div class="head">
        <h2 id="profile-url-h">Authorize URL</h2>
        <span class="n">live, {rows.length} parameters</span>
        {url === undefined ? (
          <Button class="quiet small end" unless="Something is missing in it" onPress={() => {}}>
            <Icon name="copy" />
            Copy URL
          </Button>
        ) : (
          <CopyButton class="btn quiet small end" what="Authorize URL" text={() => url}>
            Copy URL
          </CopyButton>
        )}
      </div>
      <p class="aside">
        {origin ? (
          <>
            <code>{origin}</code>
            <br />
            <code>{path}</code>
          </>
        ) : (
          <Missing>
            {draft.provider === 'cognito' ? 'The domain is missing' : 'The authorization endpoint is missing'}
          </Missing>
        )}
      </p>
      <dl class="params">
        {rows.map((row, at) => (
          <Row key={`${at} ${row.name} ${row.value}`} isNew={hasChanged(row)}>
            <dt>
              <Text>{row.name}</Text>
            </dt>
            <Value row={row} draft={draft} />
            <Effect row={row} rows={rows} provider={draft.provider} />
          </Row>
        ))}
      </dl>
      <p class="aside ruled">
        <code>state</code>, <code>nonce</code>
        {hasCode && (
          <>
            {' '}
            and <code>code_challenge</code>
          </>
        )}{' '}
        are added, new for each sign-in. Copy URL leaves them out.
      </p>
      {url !== undefined && (
        <details>
          <summary>
            <b>The whole URL, encoded</b>
            <Icon name="down" class="caret" />
          </summary>
          <p class="aside">
            <code>{url}</code>
          </p>
        </details>
      )}
    </section>
  );
}

const missingWords: Record<string, string> = {
  response_type: 'The flow is missing',
  client_id: 'The client id is missing',
  redirect_uri: 'The callback URL is missing',
};

/** A row that is new flashes once: it stays marked, however soon the form is drawn again. */
function Row({ isNew, children }: { isNew: boolean; children: ComponentChildren }) {
  const [wasNew] = useState(isNew);
  return <div data-changed={wasNew ? '' : undefined}>{children}</div>;
}

function Value({ row, draft }: { row: PreviewRow; draft: Draft }) {
  if (row.isOneTime) return <dd class="code muted">added at sign-in</dd>;
  if (!row.isMissing) {
    return (
      <dd class="code">
        <Text>{row.value}</Text>
      </dd>
    );
  }
  const isAppClient = row.name === 'client_id' && draft.provider === 'cognito';
  return (
    <dd>
      <Missing>{isAppClient ? 'The app client id is missing' : missingWords[row.name]}</Missing>
    </dd>
  );
}

function Missing({ children }: { children: ComponentChildren }) {
  return (
    <span class="verdict" data-tone="warn">
      <Icon name="warn" />
      {children}
    </span>
  );
}

const modeEffects: Record<string, string> = {
  fragment: 'The answer comes in the fragment, which no server sees.',
  query: 'The answer comes in the query, which reaches the server of the callback and its logs.',
  form_post: 'The answer comes as a form that is posted to the callback.',
};

type EffectProps = { row: PreviewRow; rows: PreviewRow[]; provider: Draft['provider'] };

function Effect({ row, rows, provider }: EffectProps) {
  const effect = effectOf(row, rows, provider);
  return effect ? <dd>{effect}</dd> : null;
}

/** What a parameter brings about; nothing is guessed for an unknown one. */
function effectOf({ name, value }: PreviewRow, rows: PreviewRow[], provider: Draft['provider']): ComponentChildren {
  const isSent = (other: string) => rows.some((row) => row.name === other);
  if (name === 'response_type') return typeEffect(value, isSent('response_mode'));
  if (name === 'response_mode') return modeEffects[value];
  if (name === 'scope' && value.split(' ').includes('openid')) {
    const type = rows.find((row) => row.name === 'response_type')?.value ?? '';
    return <OpenidEffect type={type} provider={provider} />;
  }
  return Object.hasOwn(paramWords, name) ? paramWords[name] : undefined;
}

/** Cognito answers `token` with an ID token too, other providers do not (OAuth 2.0 Multiple Response Types section 3). */
function OpenidEffect({ type, provider }: { type: string; provider: Draft['provider'] }) {
  const isAlone = findImplicitType(type) === 'token' && provider !== 'cognito';
  return isAlone ? (
    <>
      <code>openid</code> lets userInfo be called. With <code>token</code> alone no ID token comes.
    </>
  ) : (
    <>
      <code>openid</code> is what brings the ID token.
    </>
  );
}

/** The default of a code alone is the query, else the fragment (OAuth 2.0 Multiple Response Types section 5). */
function typeEffect(value: string, hasMode: boolean): string | undefined {
  const type = findFlowType(value);
  const what = type && typeWords[type];
  if (!what) return undefined;
  const then = type === 'code' ? ' It is exchanged for tokens.' : '';
  return `Return ${what}${hasMode ? '.' : ` in the ${bringsToken(value) ? 'fragment' : 'query'}.`}${then}`;
}

const typeWords: Partial<Record<FlowType, string>> = {
  code: 'a code',
  token: 'tokens',
  id_token: 'the ID token',
  'id_token token': 'both tokens',
  'code id_token': 'a code and an ID token',
  'code token': 'a code and an access token',
  'code id_token token': 'a code and both tokens',
};
