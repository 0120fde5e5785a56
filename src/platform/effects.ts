import type { Card } from './card.ts';
import type { ReplyRef } from './chat-platform.ts';
import type { SentFile } from './file.ts';
import type { Account, Channel, Posted, Workspace } from './place.ts';

/** What somebody was to have there and the bot has not itself, so that it can't hand it on, in the platform's own words (`Looks.members`). Nothing, where that is all of it. */
type Lacking = string | undefined;

/**
 * Everything the bot may ask of a platform: input and receipt for each effect, and what it is to be asked again. `found`: it is looked
 * for by its key first (`find`). `the same`: what is so already is done. `once`: rather lost than done twice.
 */
export interface Effects {
  /** A private channel. Who will be in it is told too: a platform that can, brings them in with the same call. */
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
    again: 'found';
  };
  'describe-space': {
    in: { readonly space: Channel; readonly topic: string; readonly purpose: string };
    out: void;
    again: 'the same';
  };
  /** Name, topic and purpose at once, since a platform may count each change. The receipt is the name it has got. */
  'rename-space': {
    in: { readonly space: Channel; readonly name: string; readonly topic: string; readonly purpose: string };
    out: { readonly name: string };
    again: 'the same';
  };
  /** Whoever wasn't let in sees it no longer, as far as a platform lets a bot do that (`manners.closesSpaces`). */
  'close-space': { in: { readonly space: Channel }; out: void; again: 'the same' };
  /** Nobody writes in it any more, and it is out of the way; or it is deleted, where a platform lets a bot do that. Once it is done, a platform may know it no more (`gone`). */
  'archive-space': {
    in: { readonly space: Channel; readonly how: 'archived' | 'deleted' };
    out: void;
    again: 'the same';
  };
  /** Those who are in it write in it again, and it is back among the others; where a platform lets a bot do that. */
  'reopen-space': {
    in: { readonly space: Channel; readonly facilitators: readonly Account[] };
    out: Lacking;
    again: 'the same';
  };
  /** Who is in already is in. */
  admit: { in: { readonly space: Channel; readonly who: readonly Account[] }; out: Lacking; again: 'the same' };
  /** Who is out already is out. */
  remove: { in: { readonly space: Channel; readonly who: readonly Account[] }; out: void; again: 'the same' };
  /** What members may do there, for somebody who was let in by hand; what they were denied stays so, and who is out stays out. */
  'make-member': { in: { readonly space: Channel; readonly who: Account }; out: Lacking; again: 'the same' };
  /** The administration of the space, as far as the platform knows such a thing (Slack, outside Enterprise: no). */
  'make-facilitator': { in: { readonly space: Channel; readonly who: Account }; out: Lacking; again: 'the same' };
  /** A role of the server's, where a platform has such a thing (Slack: no). */
  'give-server-role': { in: { readonly who: Account; readonly role: string }; out: void; again: 'the same' };
  'take-server-role': { in: { readonly who: Account; readonly role: string }; out: void; again: 'the same' };
  'unmake-facilitator': { in: { readonly space: Channel; readonly who: Account }; out: void; again: 'the same' };
  /**
   * Into a channel, or to a person by direct message; where that person takes none, in a private thread of `orIn` that they and its
   * facilitators see, if given; or into the thread below a message, once that is open.
   */
  post: {
    in: {
      readonly to: Channel | { readonly person: Account; readonly orIn?: Channel } | { readonly below: Posted };
      readonly card: Card;
    };
    out: Posted & { readonly permalink: string };
    again: 'found';
  };
  /** A post with a file, and nothing to press where a platform shows no buttons beside one. */
  'send-file': {
    in: {
      readonly to: Channel | { readonly person: Account; readonly orIn?: Channel };
      readonly card: Card;
      readonly file: SentFile;
    };
    out: Posted & { readonly permalink: string };
    again: 'found';
  };
  revise: { in: { readonly message: Posted; readonly card: Card }; out: void; again: 'the same' };
  /** Below a message, where a platform has to be told so first (Slack: no). */
  'open-thread': { in: { readonly message: Posted; readonly called: string }; out: void; again: 'the same' };
  pin: { in: { readonly message: Posted }; out: void; again: 'the same' };
  /** The bot's own tab, as this person sees it. Only where a platform has one (`capabilities.home`). */
  'show-home': { in: { readonly of: Account; readonly home: Card }; out: void; again: 'the same' };
  unpin: { in: { readonly message: Posted }; out: void; again: 'the same' };
  /** To one person who is in the space, seen by nobody else: there (in a thread of it, where what it is about is a reply), or by direct message, where it is found as any post and can be drawn anew. */
  whisper: {
    in: { readonly space: Channel; readonly to: Account; readonly card: Card; readonly thread?: string | undefined };
    out: Posted | undefined;
    again: 'once';
  };
  /** The private answer to an invocation, drawn anew. It dies with its token: then `gone`. */
  answer: { in: { readonly reply: ReplyRef; readonly card: Card }; out: void; again: 'once' };
}
export type EffectKind = keyof Effects;
export type FindableEffect = { [E in EffectKind]: Effects[E]['again'] extends 'found' ? E : never }[EffectKind];
const found: Readonly<Record<FindableEffect, true>> = { 'open-space': true, post: true, 'send-file': true };
export const findable = Object.keys(found) as readonly FindableEffect[];
