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
  Routes,
} from 'discord.js';
import type { Card } from '../../platform/card.ts';
import { type Calls, patiently } from './calls.ts';
import { type Interaction, isPrivate, isV2, messageOf } from './invocation.ts';
import { type Drawn, draw } from './message.ts';

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

const quietly = ({ body, files }: Drawn) => ({
  body: { ...body, flags: (body.flags ?? 0) | MessageFlags.Ephemeral },
  files,
});

export function replyTo(calls: Calls, interaction: Interaction): Reply {
  const { id, token, application_id } = interaction;
  const message = messageOf(interaction);
  const onCard = isV2(message);
  let deferred: 'person' | 'card' | undefined;

  const respond = (type: Response, { body, files }: { body?: object; files?: Drawn['files'] } = {}) =>
    calls.ask('POST', Routes.interactionCallback(id, token), {
      body: { type, ...(body && { data: body }) },
      ...(files?.length && { files }),
      auth: false,
    });
  const original = Routes.webhookMessage(application_id, token);
  const redraw = ({ body, files }: Drawn) =>
    patiently(() => calls.ask('PATCH', original, { body, files, auth: false }));
  const followUp = (drawn: Drawn) =>
    patiently(() => calls.ask('POST', Routes.webhook(application_id, token), { ...quietly(drawn), auth: false }));

  /** The pressed card, though what was promised was a private answer: that one is taken away again. */
  const redrawPressed = async (drawn: Drawn) => {
    if (!message || isPrivate(message)) return redraw(drawn);
    const { body, files } = drawn;
    await patiently(() => calls.ask('PATCH', Routes.channelMessage(message.channel_id, message.id), { body, files }));
    return calls.ask('DELETE', original, { auth: false });
  };

  return {
    onCard,
    modal: async form => void (await respond(Response.Modal, { body: form })),
    choices: async choices =>
      void (await respond(Response.ApplicationCommandAutocompleteResult, { body: { choices } })),
    async later(where) {
      if (where === 'card') await respond(Response.DeferredMessageUpdate);
      else await respond(Response.DeferredChannelMessageWithSource, { body: { flags: MessageFlags.Ephemeral } });
      deferred = where;
    },
    async toPerson(card) {
      const drawn = draw(card);
      if (deferred === 'person') await redraw(drawn);
      else if (deferred === 'card') await followUp(drawn);
      else await respond(Response.ChannelMessageWithSource, quietly(drawn));
    },
    async toCard(card) {
      if (!onCard) return this.toPerson(card);
      const drawn = draw(card, undefined, { v2: true });
      if (deferred === 'card') await redraw(drawn);
      else if (deferred === 'person') await redrawPressed(drawn);
      else await respond(Response.UpdateMessage, drawn);
    },
  };
}
