import { Text } from '../parts/text.tsx';
import type { Draft } from '../state/profile/profile-draft.ts';
import { tokenRequestOf } from '../state/profile/profile-token-request.ts';
import { Result } from './result.tsx';

const missingWords: Record<string, string> = {
  client_id: 'The client id is missing',
  endpoint: 'The token endpoint is missing',
};

const effects: Record<string, string> = {
  grant_type: 'The client asks for itself: no user, no page, no callback.',
  scope: 'What the token is to allow.',
  resource: 'Becomes the audience of the access token.',
  Authorization: 'The client id and the secret, form-encoded, in base64.',
};

/** The call that gets a token for the client itself, one parameter a row. */
export function TokenRequestPreview({ draft }: { draft: Draft }) {
  const { endpoint, rows } = tokenRequestOf(draft);
  return (
    <section aria-labelledby="profile-url-h">
      <div class="head">
        <h2 id="profile-url-h">Token request</h2>
        <span class="n">live, {rows.length} parameters</span>
      </div>
      <p class="aside">
        {endpoint ? (
          <>
            <code>POST</code> <code>{endpoint}</code>
          </>
        ) : (
          <Result tone="warn">{missingWords.endpoint}</Result>
        )}
      </p>
      <dl class="params">
        {rows.map(({ name, value, isSecret }, at) => (
          <div key={`${at} ${name}`}>
            <dt>
              <Text>{name}</Text>
            </dt>
            {isSecret ? <dd class="code muted">added when it is sent</dd> : <Value name={name} value={value} />}
            {effects[name] && <dd>{effects[name]}</dd>}
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value({ name, value }: { name: string; value: string }) {
  if (value !== '') {
    return (
      <dd class="code">
        <Text>{value}</Text>
      </dd>
    );
  }
  return (
    <dd>
      <Result tone="warn">{missingWords[name]}</Result>
    </dd>
  );
}
