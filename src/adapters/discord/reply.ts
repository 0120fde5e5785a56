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
import type { IdOf } from './clickable.ts';
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

export function replyTo(calls: Calls, ids: IdOf, interaction: Interaction): Reply {
  const responses = responsesTo(calls, interaction);
  const onCard = isV2(messageOf(interaction));
  let deferred: 'person' | 'card' | undefined;
  return {
    onCard,
    modal: form => responses.first(Response.Modal, form),
    choices: choices => responses.first(Response.ApplicationCommandAutocompleteResult, { choices }),
    async later(where) {
      const card = where === 'card' && (await unlessDeleted(responses.first(Response.DeferredMessageUpdate)));
      if (!card) await responses.first(Response.DeferredChannelMessageWithSource, { flags: MessageFlags.Ephemeral });
      deferred = card ? 'card' : 'person';
    },
    async toPerson(card) {
      const drawn = draw(card, ids);
      if (deferred === 'person' && (await unlessDeleted(responses.redraw(drawn)))) return; // else the private answer was dismissed
      if (deferred) return responses.another(drawn);
      return responses.first(Response.ChannelMessageWithSource, quietly(drawn), drawn.files);
    },
    async toCard(card) {
      if (!onCard) return this.toPerson(card);
      const drawn = draw(card, ids, undefined, { v2: true });
      const drawing =
        deferred === 'card'
          ? responses.redraw(drawn)
          : deferred === 'person'
            ? responses.redrawPressed(drawn)
            : responses.first(Response.UpdateMessage, drawn.body, drawn.files);
      if (await unlessDeleted(drawing)) return;
      await this.toPerson(card).catch((error: unknown) => {
        if (!isCode(error, '40060')) throw error;
        return responses.another(draw(card, ids)); // that it couldn't be drawn was an answer as well
      });
    },
  };
}

/** False where the pressed message was deleted meanwhile: the answer is for the presser alone then. */
async function unlessDeleted(drawing: Promise<void>): Promise<boolean> {
  try {
    await drawing;
    return true;
  } catch (error) {
    if (isCode(error, '10008')) return false;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean => error instanceof PlatformError && error.code === code;
