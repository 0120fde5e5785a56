/** From an interaction to the Inbox, and its answer back to the person. https://docs.discord.com/developers/interactions/receiving-and-responding */
import { type APIInteraction, ApplicationCommandType, InteractionType } from 'discord.js';
import type { TroubleKind } from '../../domain/trouble.ts';
import { type Card, text } from '../../platform/card.ts';
import { onBehalfOf, pressId } from '../../platform/on-behalf.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import type { Memory } from '../../platform/remembering.ts';
import type { Answering, Desk } from './desk.ts';
import type { Interaction } from './invocation.ts';
import { type Reply, replyTo } from './reply.ts';
import { pressed, shortcut, submitted, suggested, typed } from './surfaces.ts';

export function inbound(desk: Desk, answering: Answering, seen: Memory<true>): (interaction: APIInteraction) => void {
  return interaction => {
    if (interaction.type === InteractionType.Ping) return;
    const { id, token } = interaction;
    if (seen.recall(id)) return desk.log.debug({ interaction: id }, 'Discord delivered an interaction twice');
    seen.keep(id, true);
    const answered = onBehalfOf(pressId(id), () => take(desk, interaction)).finally(() => answering.delete(token));
    answering.set(token, answered);
  };
}

async function take(desk: Desk, interaction: Interaction): Promise<void> {
  const reply = replyTo(desk, interaction);
  try {
    await bySurface(desk, reply, interaction);
  } catch (error) {
    await missed(desk, reply, interaction, error);
  }
}

function bySurface(desk: Desk, reply: Reply, interaction: Interaction): Promise<void> {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return suggested(desk, reply, interaction);
    case InteractionType.MessageComponent:
      return pressed(desk, reply, interaction);
    case InteractionType.ModalSubmit:
      return submitted(desk, reply, interaction);
    case InteractionType.ApplicationCommand:
      if (interaction.data.type === ApplicationCommandType.ChatInput)
        return typed(desk, reply, { ...interaction, data: interaction.data });
      if (interaction.data.type === ApplicationCommandType.Message)
        return shortcut(desk, reply, { ...interaction, data: interaction.data });
  }
  return Promise.resolve();
}

type Say = (words: string) => string;
const sorry = (say: Say) => say("That didn't work, and it isn't your fault. Please try again.");
const held = (say: Say) =>
  say(
    "Discord doesn't let my answer through: a word or a link in it, which somebody wrote and I would have quoted, is forbidden there.",
  );

/** AutoMod, and the filter of harmful links: what is quoted in an answer may be anybody's. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const blocked = new Set(['200000', '200001', '240000']);

/** Unknown or answered already: delivered twice, or to another process too. Then somebody else has answered. */
const answeredElsewhere = new Set(['10062', '40060']);

/** Discord heard it and said no: what is shorter, or names nobody, it may take; too much at once, and a direct message may get through. Otherwise it would not be heard a second time either. */
const isRefused: ReadonlySet<TroubleKind> = new Set(['invalid', 'forbidden', 'unsupported', 'rate-limited']);

async function missed({ inbox, log }: Desk, reply: Reply, interaction: Interaction, error: unknown): Promise<void> {
  const { id, type } = interaction;
  const locale = 'locale' in interaction ? interaction.locale : undefined;
  const known = error instanceof PlatformError ? error : undefined;
  if (known && answeredElsewhere.has(known.code))
    return log.debug({ interaction: id, code: known.code }, 'an interaction was answered already, or too late');
  log.error({ err: error, interaction: id, type }, 'an interaction could not be answered');
  if (known && !isRefused.has(known.kind)) return;
  if (type === InteractionType.ApplicationCommandAutocomplete) return; // they go on typing
  const words = (known && blocked.has(known.code) ? held : sorry)(words => inbox.wordsIn(words, locale));
  const card: Card = { body: [{ kind: 'text', text: text`${words}` }] };
  await reply.toPerson(card).catch(() => {});
}
