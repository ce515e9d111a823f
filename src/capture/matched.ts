import type { Answer } from '../protocol/answer.ts';
import type { Profile } from '../protocol/records.ts';
import type { Arrival } from './arrival.ts';

/** An arrival that ended where it is watched for, with everything that must be known before the records change. */
export type Matched = {
  id: string;
  profile: Profile;
  answer: Answer;
  arrival: Arrival;
  isPrivate: boolean;
  isAmbiguous: boolean;
  /** The provider's own error page: the login never reached the callback. */
  isErrorPage: boolean;
  /** It ended inside the extension: neither the app nor its server saw the answer. */
  isIntercepted: boolean;
};
