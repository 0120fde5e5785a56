/**
 * The answers to one interaction, in the order that Discord wants: a first response within three seconds, once; then edits of it
 * and follow-ups for fifteen minutes. What has been deferred one way and turns out the other still reaches the person.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object
 */
import {
  type APIApplicationCommandOptionChoice,
  type APIModalInteractionResponseCallbackData,
  MessageFlags,
  InteractionResponseType as Response,
} from 'discord.js';
import type { Card } from '../../platform/card.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Calls } from './calls.ts';
import { type Interaction, isV2, messageOf } from './invocation.ts';
import { draw } from './message.ts';
import { quietly, responsesTo } from './responses.ts';

export interface Reply {
  /** Whether there is a card under the press that can be drawn anew. */
  readonly onCard: boolean;
  modal(form: APIModalInteractionResponseCallbackData): Promise<void>;
  choices(choices: readonly APIApplicationCommandOptionChoice[]): Promise<void>;
  /** The three seconds are nearly over: says that the answer comes later, and where. */
  later(where: 'person' | 'card'): Promise<void>;
  toPerson(card: Card): Promise<void>;
  toCard(card: Card): Promise<void>;
}

export function replyTo(calls: Calls, interaction: Interaction): Reply {
  const responses = responsesTo(calls, interaction);
  const onCard = isV2(messageOf(interaction));
  let deferred: 'person' | 'card' | undefined;
  return {
    onCard,
    modal: form => responses.first(Response.Modal, form),
    choices: choices => responses.first(Response.ApplicationCommandAutocompleteResult, { choices }),
    async later(where) {
      const toPerson = () =>
        responses.first(Response.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral });
      deferred = await orWhereDeleted<'person' | 'card'>(
        async () => {
          if (where === 'card') await responses.first(Response.DeferredMessageUpdate);
          else await toPerson();
          return where;
        },
        async () => {
          await toPerson();
          return 'person';
        },
      );
    },
    async toPerson(card) {
      const drawn = draw(card);
      const another = () => responses.another(drawn);
      if (deferred === 'person') return orWhereDeleted(() => responses.redraw(drawn), another);
      if (deferred === 'card') return another();
      return responses.first(Response.ChannelMessageWithSource, quietly(drawn), drawn.files);
    },
    async toCard(card) {
      if (!onCard) return this.toPerson(card);
      const drawn = draw(card, undefined, { v2: true });
      await orWhereDeleted(
        () => {
          if (deferred === 'card') return responses.redraw(drawn);
          if (deferred === 'person') return responses.redrawPressed(drawn);
          return responses.first(Response.UpdateMessage, drawn.body, drawn.files);
        },
        () => this.toPerson(card),
      );
    },
  };
}

/** A card may be deleted, and a private answer dismissed, between the press and the answer: who pressed is answered all the same. */
async function orWhereDeleted<T>(answer: () => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code !== '10008') throw error;
    return otherwise();
  }
}
