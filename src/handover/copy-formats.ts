import type { Capture, Profile, Shell, TokenName } from '../protocol/records.ts';
import { headerLine, isDpop, type Line, whyBound } from './bearer-call.ts';
import { claimsJson } from './claims-json.ts';
import { type Command, targetOf, writeCommand } from './copy-command.ts';
import { dotenvLine } from './dotenv-line.ts';
import { assignLine } from './shell-line.ts';
import { envName, tokenLabels, tokenNouns, whyCut } from './token-words.ts';

export type Piece = 'token' | 'header' | 'claims' | 'shell_line' | 'dotenv';
export type CopyFormatId = Command | Piece;

/** `Commands` call somebody with the access token; `Pieces` are of the token that is shown. */
export type CopyFormat = { label: string } & ({ id: Command; group: 'Commands' } | { id: Piece; group: 'Pieces' });

export const copyFormats: readonly CopyFormat[] = [
  { id: 'curl_userinfo', label: 'curl for userInfo', group: 'Commands' },
  { id: 'curl_api', label: 'curl for my API', group: 'Commands' },
  { id: 'httpie', label: 'HTTPie', group: 'Commands' },
  { id: 'fetch', label: 'fetch', group: 'Commands' },
  { id: 'http_file', label: '.http file', group: 'Commands' },
  { id: 'postman', label: 'Postman collection', group: 'Commands' },
  { id: 'token', label: 'Token', group: 'Pieces' },
  { id: 'header', label: 'Authorization header', group: 'Pieces' },
  { id: 'claims', label: 'Claims JSON', group: 'Pieces' },
  { id: 'shell_line', label: 'Shell line', group: 'Pieces' },
  { id: 'dotenv', label: '.env line', group: 'Pieces' },
];

/** The text for the clipboard, what to call it and which token stands in it, or why there is none. */
export type Copied =
  | { ok: true; text: string; what: string; holds: TokenName | undefined }
  | { ok: false; reason: string };

export type CopySource = {
  capture: Pick<Capture, 'tokens' | 'tokenType'>;
  profile: Profile;
  shown: TokenName;
  /** The shell that commands and shell lines are written for. */
  shell?: Shell;
  /** Commands read the token from an environment variable. */
  fromEnv?: boolean;
};

export function copyAs(
  id: CopyFormatId,
  { capture, profile, shown, shell = 'posix', fromEnv = false }: CopySource,
): Copied {
  if (isCommand(id)) {
    const line = writeCommand(id, { capture, profile, shell, fromEnv });
    const what = `${commandNames[id]} for ${targetOf(id, profile) === 'api' ? 'your API' : 'userInfo'}`;
    return line.ok ? { ...line, what, holds: fromEnv ? undefined : 'access_token' } : line;
  }
  const token = capture.tokens[shown];
  if (!token) return { ok: false, reason: `There is no ${tokenNouns[shown]} in this capture.` };
  if (id === 'claims') return claims(token, shown);
  const cut = whyCut(token);
  if (cut) return { ok: false, reason: cut };
  const isBound = shown === 'access_token' && isDpop(capture.tokenType);
  if (id === 'header' && isBound) return { ok: false, reason: whyBound };
  const line = writePiece(id, token, shown, shell);
  return line.ok ? { ...line, holds: shown } : line;
}

const commandNames: Record<Command, string> = {
  curl_userinfo: 'curl',
  curl_api: 'curl',
  httpie: 'HTTPie',
  fetch: 'fetch',
  http_file: '.http file',
  postman: 'Postman collection',
};

export function isCommand(id: CopyFormatId): id is Command {
  return Object.hasOwn(commandNames, id);
}

type Named<L> = L extends { ok: true } ? L & { what: string } : L;

function writePiece(id: Exclude<Piece, 'claims'>, token: string, name: TokenName, shell: Shell): Named<Line> {
  switch (id) {
    case 'token':
      return { ok: true, text: token, what: tokenLabels[name] };
    case 'header':
      return named(headerLine(token), `Authorization header with the ${tokenNouns[name]}`);
    case 'shell_line':
      return named(assignLine(shell, envName(name), token), `Shell line with the ${tokenNouns[name]}`);
    case 'dotenv':
      return named(dotenvLine(envName(name), token), `.env line with the ${tokenNouns[name]}`);
  }
}

function named(line: Line, what: string): Named<Line> {
  return line.ok ? { ...line, what } : line;
}

function claims(token: string, name: TokenName): Copied {
  const text = claimsJson(token);
  return text === undefined
    ? { ok: false, reason: `The ${tokenNouns[name]} has no claims that can be read.` }
    : { ok: true, text, what: `Claims of the ${tokenNouns[name]}`, holds: undefined };
}
