import type { Card } from './card.ts';
import type { ReplyRef } from './chat-platform.ts';
import type { SentFile } from './file.ts';
import type { Account, Channel, Posted, Workspace } from './place.ts';

/**
 * Everything the bot may ask of a platform: input and receipt for each effect, and what a repeat means.
 * findable: on a repeat, `find` it by its key first. idempotent: "already so" is done. at-most-once: best effort.
 */
export interface Effects {
  /** A private channel. Who will be in it is told too: a platform that can, brings them in with the same call. Findable. */
  'open-space': {
    in: {
      readonly workspace: Workspace;
      readonly name: string;
      readonly topic: string;
      readonly purpose: string;
      readonly facilitators: readonly Account[];
      readonly members: readonly Account[];
      /** Which of these channels (ids) are already known to be something else: they are never found. */
      readonly others: (channels: readonly string[]) => Promise<readonly string[]>;
    };
    out: Channel & { readonly name: string };
  };
  /** Idempotent. */
  'describe-space': { in: { readonly space: Channel; readonly topic: string; readonly purpose: string }; out: void };
  /** Name, topic and purpose at once, since a platform may count each change. Idempotent; the receipt is the name it has got. */
  'rename-space': {
    in: { readonly space: Channel; readonly name: string; readonly topic: string; readonly purpose: string };
    out: { readonly name: string };
  };
  /** Whoever wasn't let in sees it no longer, as far as a platform lets a bot do that (`manners.closesSpaces`). Idempotent. */
  'close-space': { in: { readonly space: Channel }; out: void };
  /** Nobody writes in it any more, and it is out of the way; or it is deleted, where a platform lets a bot do that. Idempotent; once it is done, a platform may know it no more (`gone`). */
  'archive-space': { in: { readonly space: Channel; readonly how: 'archived' | 'deleted' }; out: void };
  /** Those who are in it write in it again, and it is back among the others; where a platform lets a bot do that. Idempotent. */
  'reopen-space': { in: { readonly space: Channel; readonly facilitators: readonly Account[] }; out: void };
  /** Idempotent: who is in already is in. */
  admit: { in: { readonly space: Channel; readonly who: readonly Account[] }; out: void };
  /** Idempotent: who is out already is out. */
  remove: { in: { readonly space: Channel; readonly who: readonly Account[] }; out: void };
  /** What members may do there, for somebody who was let in by hand; what they were denied stays so, and who is out stays out. Idempotent. */
  'make-member': { in: { readonly space: Channel; readonly who: Account }; out: void };
  /** The administration of the space, as far as the platform knows such a thing (Slack, outside Enterprise: no). Idempotent. */
  'make-facilitator': { in: { readonly space: Channel; readonly who: Account }; out: void };
  /** A role of the server's, where a platform has such a thing (Slack: no). Idempotent. */
  'give-server-role': { in: { readonly who: Account; readonly role: string }; out: void };
  'take-server-role': { in: { readonly who: Account; readonly role: string }; out: void };
  'unmake-facilitator': { in: { readonly space: Channel; readonly who: Account }; out: void };
  /**
   * Into a channel, or to a person by direct message; where that person takes none, in a private thread of `orIn` that they and its
   * facilitators see, if given; or into the thread below a message, once that is open. Findable by its key.
   */
  post: {
    in: {
      readonly to: Channel | { readonly person: Account; readonly orIn?: Channel } | { readonly below: Posted };
      readonly card: Card;
    };
    out: Posted & { readonly permalink: string };
  };
  /** A post with a file, and nothing to press where a platform shows no buttons beside one. Findable by its key. */
  'send-file': {
    in: {
      readonly to: Channel | { readonly person: Account; readonly orIn?: Channel };
      readonly card: Card;
      readonly file: SentFile;
    };
    out: Posted & { readonly permalink: string };
  };
  /** Idempotent. */
  revise: { in: { readonly message: Posted; readonly card: Card }; out: void };
  /** Below a message, where a platform has to be told so first (Slack: no). Idempotent. */
  'open-thread': { in: { readonly message: Posted; readonly called: string }; out: void };
  /** Idempotent. */
  pin: { in: { readonly message: Posted }; out: void };
  /** The bot's own tab, as this person sees it. Idempotent; only where a platform has one (`capabilities.home`). */
  'show-home': { in: { readonly of: Account; readonly home: Card }; out: void };
  /** Idempotent. */
  unpin: { in: { readonly message: Posted }; out: void };
  /** To one person who is in the space, seen by nobody else: there, and then at most once, or by direct message, where it is found as any post and can be drawn anew. */
  whisper: {
    in: { readonly space: Channel; readonly to: Account; readonly card: Card };
    out: Posted | undefined;
  };
  /** The private answer to an invocation, drawn anew. At most once; dies with its token: then `gone`. */
  answer: { in: { readonly reply: ReplyRef; readonly card: Card }; out: void };
}
export type EffectKind = keyof Effects;
export const findable = ['open-space', 'post', 'send-file'] as const satisfies readonly EffectKind[];
export type FindableEffect = (typeof findable)[number];
