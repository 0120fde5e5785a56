/** The ways in: what is typed, pressed, sent, and chosen from a message's menu. */
import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  Routes,
} from 'discord.js';
import { asksFirst } from '../../platform/asks-first.ts';
import type { Form } from '../../platform/card.ts';
import type { Answer, CommandSpec, Invocation, SharedMessage } from '../../platform/chat-platform.ts';
import { encodeInvoke } from '../../platform/invoke.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { unchosen } from '../../platform/unchosen.ts';
import { ofItsOwn, readCustomId, readPressed } from './custom-id.ts';
import type { Desk } from './desk.ts';
import { givenIn } from './files.ts';
import { filledIn, toModal } from './forms.ts';
import { channelIdOf, invocationOf, isPrivate, messageOf, placeOfMessage, visitorOf } from './invocation.ts';
import { cut, limits } from './limits.ts';
import { isMendCard, mendCard, reopened } from './mending.ts';
import type { Reply } from './reply.ts';
import { toSharedMessage } from './shared-message.ts';
import { knowingWhoLeft } from './still-here.ts';
import { typedIn } from './typed.ts';
import { knowingUngivable } from './ungivable.ts';
import { within } from './within.ts';

export async function typed(desk: Desk, reply: Reply, interaction: APIChatInputApplicationCommandInteraction) {
  const { slash, options } = typedIn(interaction.data);
  const spec = desk.spec.typed(slash);
  const invocation = await knowingWhoLeft(desk, interaction, {
    ...invocationOf(interaction, false, desk.now()),
    command: spec?.name ?? slash,
    options,
    from: 'slash' as const,
  });
  await (asksFirst(spec, invocation) ? ask(desk, reply, invocation) : act(desk, reply, invocation, 'person'));
}

export async function suggested(desk: Desk, reply: Reply, interaction: APIApplicationCommandAutocompleteInteraction) {
  const { slash, options, focused } = typedIn(interaction.data);
  const spec = desk.spec.typed(slash);
  if (!spec || !focused) return reply.choices([]);
  const invocation = {
    ...invocationOf(interaction, false, desk.now()),
    command: spec.name,
    options,
    from: 'slash' as const,
  };
  const choices = await desk.inbox.suggest(invocation, focused.option, focused.typed);
  const { choice, choices: most } = limits.autocomplete;
  const fitting = choices.filter(({ value }) => value.length > 0 && value.length <= choice).slice(0, most);
  await reply.choices(fitting.map(({ value, label }) => ({ name: cut(label.trim(), choice) || '…', value })));
}

export async function pressed(desk: Desk, reply: Reply, interaction: APIMessageComponentInteraction) {
  const { command, options } = readPressed(interaction.data);
  const from = isPrivate(messageOf(interaction)) ? ('panel' as const) : ('card' as const);
  const again = reopened({ command, options }, desk.drafts);
  if (again?.draft) return open(desk, reply, again.draft.form, again.draft.message);
  const spec = desk.spec.named(again?.does.command ?? command);
  const invocation = {
    ...invocationOf(interaction, spec?.answers === 'on-the-card', desk.now()),
    ...(again?.does ?? { command, options }),
    from,
  };
  await (again || asksFirst(spec, invocation)
    ? ask(desk, reply, invocation)
    : act(desk, reply, invocation, placeOfAnswer(spec, reply)));
}

export async function submitted(desk: Desk, reply: Reply, interaction: APIModalSubmitInteraction) {
  const spec = desk.spec.named(readCustomId(interaction.data.custom_id).command);
  const mended = isMendCard(messageOf(interaction));
  await act(desk, reply, sent(desk, interaction), mended ? 'card' : placeOfAnswer(spec, reply), mended);
}

/** With all that Discord has to be asked for. */
async function sent(desk: Desk, interaction: APIModalSubmitInteraction): Promise<Invocation> {
  const { command, options } = readCustomId(interaction.data.custom_id);
  const spec = desk.spec.named(command);
  const about = options[messageOption];
  const message = about ? await messageAgain(desk, interaction, about) : undefined;
  const given = filledIn(interaction.data);
  const files = givenIn(given, interaction.data.resolved?.attachments);
  const told = await knowingWhoLeft(desk, interaction, {
    ...invocationOf(interaction, spec?.answers === 'on-the-card', desk.now()),
    command,
    options: { ...options, ...given },
    from: 'form' as const,
    ...(files && { files }),
    ...(message && { message }),
  });
  return knowingUngivable(desk, interaction, told);
}

export async function shortcut(desk: Desk, reply: Reply, interaction: APIMessageApplicationCommandInteraction) {
  const { name, target_id, resolved } = interaction.data;
  const spec = desk.spec.inMenu(name);
  const chosen = resolved.messages[target_id];
  const at = placeOfMessage(interaction);
  const message = chosen && at && toSharedMessage(chosen, at, chosen.channel_id);
  const invocation = {
    ...invocationOf(interaction, false, desk.now()),
    command: spec?.name ?? name,
    options: {},
    from: 'shortcut' as const,
    ...(message && { message }),
  };
  await (spec?.asks ? ask(desk, reply, invocation) : act(desk, reply, invocation, 'person'));
}

/** A form is the first response or none: there is no opening it later. */
async function ask(desk: Desk, reply: Reply, invocation: Invocation): Promise<void> {
  const answer = await desk.inbox.form(invocation);
  if ('say' in answer) return reply.toPerson(answer.say);
  const { message } = invocation;
  if (message) desk.messages.keep(`${invocation.by.id}/${message.id}`, message);
  await open(desk, reply, answer.show, message?.id);
}

/** With what was chosen before, where Discord takes that. What it refuses is no answer yet. */
async function open({ log }: Desk, reply: Reply, form: Form, message: string | undefined): Promise<void> {
  try {
    await reply.modal(modalOf(form, message));
  } catch (error) {
    const bare = unchosen(form);
    if (!bare || !(error instanceof PlatformError && error.kind === 'invalid')) throw error;
    log.warn({ err: error }, 'Discord did not open a form with what was chosen in it: it is opened without');
    await reply.modal(modalOf(bare, message));
  }
}

/** `promised`: where the answer will be if it comes late. `always`: it comes there in any case. */
async function act(
  desk: Desk,
  reply: Reply,
  given: Invocation | Promise<Invocation>,
  promised: 'person' | 'card',
  always = false,
) {
  const answering = Promise.resolve(given).then(one => desk.inbox.invoke({ ...one, waited: reply.waited() }));
  if (!(await within(answering, desk.promiseMs - reply.waited()))) await reply.later(promised);
  const [invocation, answer] = [await given, await answering];
  const say = (words: string) => desk.inbox.wordsIn(words, invocation.locale);
  const card =
    'say' in answer ? answer.say : mendCard({ form: answer.mend, message: invocation.message?.id }, desk.drafts, say);
  if (!((always || showsOnCard(answer)) && reply.onCard)) return reply.toPerson(card);
  const stands = 'stands' in answer ? answer.stands : undefined;
  let isDrawn = false;
  try {
    isDrawn = await reply.toCard(card);
  } finally {
    await stands?.(isDrawn ? undefined : 'perhaps');
  }
}

const showsOnCard = (answer: Answer): boolean => 'say' in answer && answer.shows === 'card';
const placeOfAnswer = (spec: CommandSpec | undefined, { onCard }: Reply): 'person' | 'card' =>
  spec?.answers === 'on-the-card' && onCard ? 'card' : 'person';

/** What a form is about goes along with it: its message, by id. */
const messageOption = 'message';
const modalOf = (form: Form, message: string | undefined) =>
  ofItsOwn(
    toModal(
      form,
      encodeInvoke(message ? { ...form.does, options: { ...form.does.options, [messageOption]: message } } : form.does),
    ),
  );

/** Kept since its form was opened; after a restart it is read once more, as far as the bot may read. */
async function messageAgain(
  desk: Desk,
  interaction: APIModalSubmitInteraction,
  id: string,
): Promise<SharedMessage | undefined> {
  const kept = desk.messages.recall(`${visitorOf(interaction).id}/${id}`);
  const at = placeOfMessage(interaction);
  const within = channelIdOf(interaction);
  if (kept || !at || !within) return kept;
  const message = await desk.calls.ask<APIMessage>('GET', Routes.channelMessage(within, id)).catch(() => undefined);
  return message && toSharedMessage(message, at, within);
}
