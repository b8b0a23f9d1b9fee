import type { Passage } from '../answer/answer.ts';
import type { Follow } from '../state/feeds/follows.ts';

/** One story, told by the article that came first. */
export interface Alert {
  readonly passage: Passage;
  /** Why it is told. */
  readonly reason: Reason;
}

/** Where an article speaks of a topic. */
export interface Reason {
  readonly inTitle: boolean;
  /** How many sentences are about it. */
  readonly sentences: number;
}

/** What came in a while. */
export interface Digest {
  readonly alerts: readonly Alert[];
  /** Stories in all; the first of them are quoted. */
  readonly stories: number;
  /** When the first and the last came, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/**
 * What became of a message. `refused`: the channel or person does not let it through, whatever it says; `blocked`: this one
 * message may not be said there; `later`: Discord can't be reached.
 */
export type Delivery = 'sent' | 'refused' | 'gone' | 'blocked' | 'later';

/** Says something where a follower wants it. Never throws. */
export interface Messenger {
  /** @param nonce at most 25 characters; a message with the same is not posted a second time within some minutes */
  alert(follow: Follow, alert: Alert, nonce: string): Promise<Delivery>;
  digest(follow: Follow, digest: Digest, nonce: string): Promise<Delivery>;
  /** Tells the owner, alone, that following is in trouble, or that it has ended for that reason. */
  warn(follow: Follow, ended: boolean): Promise<Delivery>;
}
