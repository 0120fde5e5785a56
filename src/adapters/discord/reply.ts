/**
 * The answers to one interaction, in the order that Discord wants: a first response within three seconds, once; then edits of it
 * and follow-ups for fifteen minutes. What has been deferred one way and turns out the other still reaches the person; where none of
 * that is taken, it comes to their direct messages.
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
import type { Desk } from './desk.ts';
import { type Interaction, isV2, messageOf } from './invocation.ts';
import { draw } from './message.ts';
import { quietly, responsesTo } from './responses.ts';

export interface Reply {
  /** Whether there is a card under the press that can be drawn anew. */
  readonly onCard: boolean;
  /** Milliseconds since it came. */
  waited(): number;
  modal(form: APIModalInteractionResponseCallbackData): Promise<void>;
  choices(choices: readonly APIApplicationCommandOptionChoice[]): Promise<void>;
  /** The three seconds are nearly over: says that the answer comes later, and where. */
  later(where: 'person' | 'card'): Promise<void>;
  toPerson(card: Card): Promise<void>;
  /** False where the card stays as it was, and the answer was for the presser alone: it can be drawn another way. */
  toCard(card: Card): Promise<boolean>;
}

export function replyTo(desk: Pick<Desk, 'calls' | 'ids' | 'directly'>, interaction: Interaction): Reply {
  const commands = desk.ids;
  const responses = responsesTo(desk.calls, interaction);
  const ids = commands.in(interaction.guild_id);
  const onCard = isV2(messageOf(interaction));
  let deferred: 'person' | 'card' | 'directly' | undefined;
  let isLocked = false;
  const reaches = (drawing: Promise<void>) =>
    unlessShut(
      drawing.catch((error: unknown) => {
        isLocked ||= isCode(error, '50083');
        throw error;
      }),
    );
  const came = performance.now();
  return {
    onCard,
    waited: () => performance.now() - came,
    modal: form => responses.first(Response.Modal, form),
    choices: choices => responses.first(Response.ApplicationCommandAutocompleteResult, { choices }),
    async later(where) {
      const card = where === 'card' && (await unlessDeleted(responses.first(Response.DeferredMessageUpdate)));
      const promised = { flags: MessageFlags.Ephemeral };
      const isOpen = card || (await reaches(responses.first(Response.DeferredChannelMessageWithSource, promised)));
      deferred = card ? 'card' : isOpen ? 'person' : 'directly';
    },
    async toPerson(card) {
      if (deferred === 'directly' || !(await reaches(here(card)))) await directly(card);
    },
    async toCard(card) {
      if (!onCard) return this.toPerson(card).then(() => true);
      if (deferred !== 'directly' && (await reaches(drawn(card)))) return true;
      await directly(card);
      return false;
    },
  };

  async function here(card: Card): Promise<void> {
    const drawn = draw(card, ids);
    if (deferred === 'person' && (await unlessDeleted(responses.redraw(drawn)))) return; // else the private answer was dismissed
    if (deferred) return responses.another(drawn);
    return responses.first(Response.ChannelMessageWithSource, quietly(drawn), drawn.files);
  }

  /** Who takes no direct messages: the thread is opened again for it. */
  async function directly(card: Card): Promise<void> {
    try {
      desk.directly.keep(interaction.token, await responses.directly(draw(card, commands.in(undefined))));
    } catch (error) {
      if (!isLocked || !(error instanceof PlatformError && error.whose === 'person')) throw error;
      if (deferred === 'directly') deferred = undefined;
      await responses.openThread();
      await here(card);
    }
  }

  async function drawn(card: Card): Promise<void> {
    const anew = draw(card, ids, undefined, { v2: true });
    const drawing =
      deferred === 'card'
        ? responses.redraw(anew)
        : deferred === 'person'
          ? responses.redrawPressed(anew)
          : responses.first(Response.UpdateMessage, anew.body, anew.files);
    if (await unlessDeleted(drawing)) return;
    await here(card).catch((error: unknown) => {
      if (!isCode(error, '40060')) throw error;
      return responses.another(draw(card, ids)); // that it couldn't be drawn was an answer as well
    });
  }
}

const unless =
  (isSo: (error: PlatformError) => boolean) =>
  async (drawing: Promise<void>): Promise<boolean> => {
    try {
      await drawing;
      return true;
    } catch (error) {
      if (error instanceof PlatformError && isSo(error)) return false;
      throw error;
    }
  };
/** False where the pressed message was deleted meanwhile: the answer is for the presser alone then. */
const unlessDeleted = unless(({ code }) => code === '10008');
/**
 * False in a thread that is closed and locked: it takes no answer, not even one that the presser alone would see; and where Discord would
 * have an answer wait until nobody waits for it any more. github.com/discord/discord-api-docs/issues/5517
 */
const unlessShut = unless(({ code, kind }) => code === '50083' || kind === 'rate-limited');

const isCode = (error: unknown, code: string): boolean => error instanceof PlatformError && error.code === code;
