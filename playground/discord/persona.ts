/** A person in Discord's client: what they do and see there. */
import type { FormValue, LookWhere, Persona, SeenMessage } from '../driver.ts';
import { placed } from './check-components.ts';
import { clicking } from './clicking.ts';
import { chosen, filledForm, Gathered } from './filling.ts';
import { seenForm } from './forms.ts';
import { newChannel } from './founding.ts';
import { hands } from './hands.ts';
import { raise, resolved, type Spot, silence } from './interactions.ts';
import { limits } from './limits.ts';
import {
  bare,
  channelCalled,
  channelsSeen,
  type Eyes,
  isPrivate,
  matches,
  membersOf,
  newestMatch,
  rightsBeyond,
  seesMessage,
  shows,
  sightings,
  waitFor,
} from './looks.ts';
import { addMessage, keepFiles, pinned } from './messages.ts';
import { offeredIn } from './offered.ts';
import { messageOn, need, onMessages, withMentions } from './on-messages.ts';
import { isThread, namesOf } from './permissions.ts';
import { rightsByHand } from './rights-by-hand.ts';
import { labelOf, seenMessage } from './seen.ts';
import type { Channel, Json, Message } from './state.ts';
import { calledIn, commandData, fullName, leaves, pairs, understood, usable } from './typing.ts';
import { botId, directWith } from './world.ts';

interface Found {
  readonly channel: Channel;
  readonly message: Message;
  readonly component: Json;
}

export function persona(eyes: Eyes): Persona {
  const { world, guild, user } = eyes;
  const { state } = world;
  /** Values of suggestions seen, by option and label. */
  const suggested = new Map<string, unknown>();

  const direct = (): Channel =>
    directWith(state, user.id) ??
    newChannel(state, world.now(), { type: 1, name: '', recipients: [user.id, botId(world)] });
  const usual = (): Channel => channelsSeen(eyes).find(c => c.guildId === guild.id && !isThread(c)) ?? direct();
  const place = (name?: string): Channel => {
    if (name === undefined) return usual();
    return bare(name) === 'direct message' ? direct() : channelCalled(eyes, name);
  };
  const spot = (channel: Channel): Spot => ({ world, user, channel, guild: channel.guildId ? guild : undefined });

  /** The newest message with such a component. */
  function newest(has: (component: Json) => boolean, where: LookWhere = {}): Found | undefined {
    for (const { seen, at } of sightings(eyes, where).reverse()) {
      const found = at && placed(at.message.components).find(p => !p.component.disabled && has(p.component));
      if (found && (!where.with || shows(seen(), where.with))) return { ...at, component: found.component };
    }
  }

  async function press({ channel, message, component }: Found, data: Json = {}): Promise<void> {
    const { type, custom_id, id } = component;
    await raise(spot(channel), { type: 3, message, data: { component_type: type, custom_id, id, ...data } });
  }

  const posts = async (
    name: string,
    text: string,
    files: Parameters<Persona['posts']>[2] = [],
    reference?: Message['reference'],
  ): Promise<SeenMessage> => {
    const channel = place(name);
    need(eyes, channel, isThread(channel) ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES');
    if (files.length) need(eyes, channel, 'ATTACH_FILES');
    const content = withMentions(eyes, text);
    if ([...content].length > limits.content)
      throw new Error(`a message on Discord has at most ${limits.content} characters`);
    if (!content.trim() && !files.length) throw new Error('an empty message cannot be sent');
    if (isThread(channel)) channel.archived = false;
    const message = addMessage(world, channel, {
      authorId: user.id,
      content,
      attachments: keepFiles(world, files),
      ...(reference ? { reference, type: 19 } : {}),
    });
    return seenMessage(state, channel, message);
  };

  const openForm = () => state.forms[user.id];

  return {
    id: user.id,
    name: user.name,
    ...hands(eyes),
    ...rightsByHand(eyes),
    ...onMessages(eyes),
    ...clicking(eyes, spot),
    posts: (name, text, files) => posts(name, text, files),
    async replies(on, text) {
      const [channel, message] = messageOn(eyes, on);
      if (message.onlyFor !== undefined) throw new Error('nobody can reply to what only they see');
      return posts(channel.id, text, [], { type: 0, channel_id: channel.id, message_id: message.id });
    },

    async types(line, where) {
      const channel = place(where?.in);
      if (!line.startsWith('/')) return void (await posts(channel.id, line));
      if (channel.guildId) need(eyes, channel, 'USE_APPLICATION_COMMANDS');
      const typed = understood(spot(channel), line);
      const data = commandData(spot(channel), typed, suggested);
      await raise(spot(channel), { type: 2, data, name: fullName(typed) });
    },

    async completions(line, where) {
      const at = spot(place(where?.in));
      const all = usable(at, 1).flatMap(command => leaves(command, user.locale));
      const isWhole = all.some(l => line === l.label || line.startsWith(`${l.label} `));
      if (!isWhole || all.some(l => l.label !== line && l.label.startsWith(line)))
        return all.filter(l => l.label.startsWith(line.trimEnd()));
      const typed = understood(at, line);
      const last = pairs(typed).at(-1);
      const option = last?.option ?? typed.options[0];
      const choices = (option?.choices ?? []) as Json[];
      if (!option?.autocomplete)
        return choices.filter(c => c.name.startsWith(last?.value ?? '')).map(c => ({ label: c.name }));
      const asked = { type: 4, data: commandData(at, typed, suggested, option), name: fullName(typed) };
      const { choices: offered = [] } = await raise(at, asked);
      for (const { name, value } of offered) suggested.set(`${option.name} ${name}`, value);
      return offered.map(c => ({ label: c.name as string }));
    },

    async form(until) {
      const look = () => {
        const form = openForm();
        const seen = form && seenForm(state, form);
        return seen && (!until || until(seen)) ? seen : undefined;
      };
      return waitFor(eyes, look, 'a form', { in: 'form' });
    },
    async submits(values: Readonly<Record<string, FormValue>> = {}) {
      const form = await waitFor(eyes, openForm, 'a form to submit');
      const channel = state.channels.find(c => c.id === form.channelId) ?? usual();
      const message = channel.messages.find(m => m.id === form.messageId);
      delete form.error;
      const { state: answer } = await raise(spot(channel), {
        type: 5,
        message,
        data: filledForm(spot(channel), form, values),
      });
      if (answer === 'late') form.error = silence[5];
      world.changed();
    },
    async formSuggestions(label, typed) {
      const form = await waitFor(eyes, openForm, 'a form');
      return offeredIn(eyes, form, label).filter(o => o.toLowerCase().includes(typed.toLowerCase()));
    },
    async closesForm() {
      delete state.forms[user.id];
      world.changed();
    },
    hasForm: () => openForm() !== undefined,

    async presses(label, on) {
      const has = (c: Json): boolean =>
        c.type === 2 && labelOf(c) === label && (on?.control === undefined || on.control === c.custom_id);
      const found = await waitFor(eyes, () => newest(has, on), `the button "${label}"`, on);
      if (found.component.style === 5) throw new Error(`"${label}" is a link to ${found.component.url}`);
      await press(found);
    },
    async chooses(placeholder, option, on) {
      const selects = new Set([3, 5, 6, 7, 8]);
      const has = (c: Json): boolean => selects.has(c.type) && (c.placeholder ?? '') === placeholder;
      const found = await waitFor(eyes, () => newest(has, on), `the menu "${placeholder}"`, on);
      const gathered = new Gathered();
      const at = spot(found.channel);
      const values = chosen(at, found.component, [option], gathered);
      const all = resolved(at, gathered.named(found.channel.id));
      await press(found, { values, ...(found.component.type === 3 ? {} : { resolved: all }) });
    },
    async uses(shortcut, on) {
      const [channel, message] = messageOn(eyes, on);
      const commands = usable(spot(channel), 3);
      const command = commands.findLast(c => calledIn(c, user.locale) === shortcut);
      if (!command)
        throw new Error(
          `the message's menu has no "${shortcut}"; there are: ${commands.map(c => calledIn(c, user.locale)).join(', ') || 'none'}`,
        );
      const { id, name, type, guildId } = command;
      const where = guildId ? { guild_id: guildId } : {};
      const data = {
        id,
        name,
        type,
        ...where,
        target_id: message.id,
        resolved: resolved(spot(channel), { messages: [message] }),
      };
      await raise(spot(channel), { type: 2, data, name });
    },

    async sees(pattern, where): Promise<SeenMessage> {
      return waitFor(eyes, () => newestMatch(eyes, pattern, where), String(pattern), where);
    },
    seesNow: (pattern, where) => matches(eyes, pattern, where),
    async reads(name) {
      const channel = place(name);
      need(eyes, channel, 'READ_MESSAGE_HISTORY');
      return channel.messages.filter(m => seesMessage(user.id, m)).map(m => seenMessage(state, channel, m));
    },
    async pinsOf(name) {
      const channel = place(name);
      return pinned(channel).map(m => seenMessage(state, channel, m));
    },
    async channels() {
      return channelsSeen(eyes)
        .filter(c => c.type !== 1)
        .map(c => ({
          name: c.name,
          id: c.id,
          private: isPrivate(eyes, c),
          archived: c.archived,
          topic: c.topic ?? '',
          purpose: '',
        }));
    },
    async membersOf(name) {
      return membersOf(eyes, place(name));
    },
    async rightsIn(name) {
      return namesOf(rightsBeyond(eyes, place(name)));
    },
    async home() {
      throw new Error('an app on Discord has no Home');
    },
  };
}
