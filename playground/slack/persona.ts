/** A person in Slack's client: what they type, post and read there; the rest in hands, filling and pressing. */
import type { Persona, SeenMessage } from '../driver.ts';
import type { Watch } from '../wire/until.ts';
import { takeSlashAnswer } from './answers.ts';
import { clientOf, type Upload } from './client.ts';
import { escaped } from './escaping.ts';
import { tell } from './events.ts';
import { filler } from './filling.ts';
import { hands, notOnSlack } from './hands.ts';
import { slashCommand } from './interactions.ts';
import type { Eyes } from './looks.ts';
import { bare, channelsSeen, lastSeen, matches, nameOf, seesMessage } from './looks.ts';
import { addMessage, changeMessage, deleteMessage, slackbotSays } from './messages.ts';
import { pin, unpin } from './pinning.ts';
import { isHidden } from './plan.ts';
import { presser } from './pressing.ts';
import { react, unreact } from './reactions.ts';
import { refuse } from './refusal.ts';
import { seenMessage, seenView } from './seen.ts';
import type { Channel } from './state.ts';
import { nextId } from './state.ts';
import { composed } from './typing.ts';
import { viewShape } from './views.ts';
import { isDirect, isIn, ts } from './world.ts';

/** How long a Home that was drawn before may take to be drawn anew until it is read as it is. */
const redrawMs = 400;

export function persona(eyes: Eyes, watch: Watch): Persona {
  const { world, team, person } = eyes;
  const client = clientOf(eyes, watch);

  /** Nobody can type anything where the app's Messages tab is read-only: no words, no command. */
  function refuseWithoutComposer(channel: Channel): void {
    if (channel.kind === 'im' && world.app.messagesTab !== 'open')
      throw new Error(`${person.name} can't type to the app: its Messages tab is ${world.app.messagesTab}`);
  }

  async function slash(line: string, channel: Channel): Promise<void> {
    const [, command = '', text = ''] = line.match(/^(\/\S+)\s*([\s\S]*)$/) ?? [];
    if (!world.app.commands.some(c => c.command === command) || team.uninstalled) {
      slackbotSays(world, team, channel, person.id, `${command} is not a valid command.`);
      return;
    }
    const escapes = world.app.commands.find(c => c.command === command)?.escapes;
    const typed = escapes ? composed(team, text.trim(), '').text : escaped(text.trim());
    const answer = await slashCommand(world, team, person, channel, command, typed);
    takeSlashAnswer(world, team, person, channel, command, answer);
  }

  async function posts(
    where: string,
    text: string,
    files: readonly Upload[] = [],
    threadTs?: string,
  ): Promise<SeenMessage> {
    const channel = client.whereIs(bare(where));
    if (channel.archived) refuse('is_archived');
    if (!isIn(channel, person.id)) refuse('not_in_channel');
    refuseWithoutComposer(channel);
    const shared = files.map(client.newFile);
    for (const file of shared) file.channels.push(channel.id);
    const draft = composed(team, text, nextId(world.state, 'b').toLowerCase());
    const ids = shared.length ? shared.map(f => f.id) : undefined;
    const said = { user: person.id, byApp: false, through: person.through, ...draft, files: ids, threadTs };
    const message = addMessage(world, team, channel, said);
    return seenMessage(team, channel, message);
  }

  return {
    id: person.id,
    name: person.name,
    ...hands(eyes),
    ...notOnSlack,
    ...filler(client),
    ...presser(client),
    posts: (where, text, files) => posts(where, text, files),
    async replies(on, text) {
      const { channel, message } = client.messageOn(on);
      if (message.onlyFor) refuse('message_not_found');
      return posts(channel.id, text, [], message.threadTs ?? message.ts);
    },

    async edits(on, text) {
      const { channel, message } = client.messageOn(on);
      if (message.user !== person.id || message.subtype === 'tombstone') refuse('cant_update_message');
      if (channel.archived) refuse('is_archived');
      if (!text.trim()) refuse('no_text');
      changeMessage(
        world,
        team,
        channel,
        message,
        person.id,
        composed(team, text, nextId(world.state, 'b').toLowerCase()),
      );
    },
    async reacts(on, emoji) {
      const { channel, message } = client.messageOn(on);
      if (!isIn(channel, person.id)) refuse('not_in_channel');
      if (message.onlyFor) refuse('message_not_found');
      react(world, team, channel, message, person.id, emoji);
    },
    async unreacts(on, emoji) {
      const { channel, message } = client.messageOn(on);
      unreact(world, team, channel, message, person.id, emoji);
    },

    async types(line, where) {
      const channel = client.whereIs(where?.in);
      refuseWithoutComposer(channel);
      if (line.startsWith('/')) await slash(line, channel);
      else await posts(where?.in ?? client.usualChannel(), line);
    },
    async completions(line) {
      const begun = world.app.commands.filter(c => c.command.startsWith(line.split(/\s/)[0]!));
      return begun.map(c => ({
        label: c.command,
        summary: c.description,
        options: c.hint ? [{ name: c.hint, summary: c.description, required: true }] : [],
      }));
    },
    async pins(on) {
      const { channel, message } = client.messageOn(on);
      if (!isIn(channel, person.id)) refuse('not_in_channel');
      pin(world, team, channel, person.id, message);
    },
    async unpins(on) {
      const { channel, message } = client.messageOn(on);
      unpin(world, team, channel, person.id, message);
    },
    async deletes(on) {
      const { channel, message } = client.messageOn(on);
      if (message.user !== person.id && !person.admin && !message.onlyFor) refuse('cant_delete_message');
      deleteMessage(world, team, channel, message);
    },

    sees: (pattern, where) =>
      client.wait(() => matches(eyes, pattern, where).at(-1), `${pattern}${where?.in ? ` in ${where.in}` : ''}`, where),
    seesNow: (pattern, where) => matches(eyes, pattern, where),
    async reads(where) {
      const channel = client.whereIs(bare(where));
      const inChannel = channel.messages.filter(m => !m.threadTs || m.threadTs === m.ts);
      return inChannel.filter(m => seesMessage(eyes, m)).map(m => seenMessage(team, channel, m));
    },
    async pinsOf(where) {
      const channel = client.whereIs(bare(where));
      const pins = channel.pins.filter(p => !isHidden(world, team, p));
      return pins.map(p => seenMessage(team, channel, channel.messages.find(m => m.ts === p.ts)!));
    },
    async channels() {
      return channelsSeen(eyes)
        .filter(c => !isDirect(c))
        .map(({ name, id, kind, archived, topic, purpose }) => ({
          name,
          id,
          private: kind === 'private',
          archived,
          topic,
          purpose,
        }));
    },
    async membersOf(where) {
      return client.whereIs(bare(where)).members.map(id => nameOf(team, id));
    },
    async rightsIn(where) {
      client.whereIs(bare(where));
      return [];
    },
    async home() {
      if (!world.app.homeTab) throw new Error("the app's Home tab is switched off");
      const before = team.homes[person.id];
      const stamp = before?.ts;
      const shown = before ? { view: viewShape(team, before) } : {};
      tell(world, team, {
        type: 'app_home_opened',
        user: person.id,
        channel: client.direct().id,
        tab: 'home',
        ...shown,
        event_ts: ts(world),
      });
      const drawn = watch.until(
        () => team.homes[person.id] !== undefined && team.homes[person.id]?.ts !== stamp,
        `${person.name} to see the app's Home`,
        () => lastSeen(eyes),
      );
      // An app that has drawn this Home before may leave it as it is.
      const asItIs = new Promise(done => setTimeout(done, redrawMs));
      await (before ? Promise.race([drawn.catch(() => undefined), asItIs]) : drawn);
      return seenView(team, team.homes[person.id]!);
    },
  };
}
