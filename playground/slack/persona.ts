/** A person in Slack's client: what they do and see there. */
import type { FormValue, LookWhere, Persona, SeenMessage } from '../driver.ts';
import { takePressAnswer, takeSlashAnswer, takeSubmissionAnswer, takeSuggestions } from './answers.ts';
import { elementsOf } from './blocks.ts';
import { tell } from './events.ts';
import { clientErrors, filled, inputCalled, isForm, offered, optionLabel, seenForm } from './forms.ts';
import { hands } from './hands.ts';
import type { Spot } from './interactions.ts';
import {
  blockAction,
  blockSuggestion,
  messageShortcut,
  slashCommand,
  viewClosed,
  viewSubmission,
} from './interactions.ts';
import type { Eyes } from './looks.ts';
import {
  bare,
  channelCalled,
  channelsSeen,
  lastSeen,
  matches,
  nameOf,
  seesMessage,
  shows,
  sightings,
} from './looks.ts';
import { addMessage, deleteMessage, slackbotSays } from './messages.ts';
import { pin, unpin } from './pinning.ts';
import { refuse } from './refusal.ts';
import { blocksOfMessage, flat, pressables, seenMessage, seenView } from './seen.ts';
import { fileShape } from './shapes.ts';
import type { Channel, Json, Message, Person, SharedFile, Team, View } from './state.ts';
import { newChannel, nextId } from './state.ts';
import { composed } from './typing.ts';
import type { Watch } from './until.ts';
import { openViews, topView, viewShape } from './views.ts';
import { textWords } from './words.ts';
import type { World } from './world.ts';
import { directMessage, isIn, ts } from './world.ts';

interface Found {
  readonly spot: Spot;
  readonly block: Json;
  readonly element: Json;
}

export function persona(world: World, team: Team, person: Person, watch: Watch): Persona {
  const eyes: Eyes = { world, team, person };
  const direct = (): Channel =>
    directMessage(world, team, person.id, fields => newChannel(world.state, world.now(), fields));
  const whereIs = (place: string | undefined): Channel =>
    place === 'direct message' ? direct() : channelCalled(eyes, place ?? usualChannel());
  const usualChannel = (): string => {
    const mine = channelsSeen(eyes).filter(c => c.kind !== 'im' && isIn(c, person.id) && !c.archived);
    return (mine.find(c => c.general) ?? mine[0])?.name ?? 'direct message';
  };
  const wait = <T>(look: () => T, what: string, where?: LookWhere): Promise<NonNullable<T>> =>
    watch.until(look, `${person.name} to see ${what}`, () => lastSeen(eyes, where));

  function messageOn({ id, channelId }: { id: string; channelId: string }): { channel: Channel; message: Message } {
    const channel = channelCalled(eyes, channelId);
    const message = channel.messages.find(m => m.ts === id && seesMessage(person, m));
    return message ? { channel, message } : refuse('message_not_found');
  }

  function newFile({ name, type, body }: { name: string; type: string; body: Uint8Array }): SharedFile {
    const file: SharedFile = {
      id: nextId(world.state, 'F'),
      name,
      title: name,
      type,
      by: person.id,
      at: world.now(),
      body: Buffer.from(body).toString('base64'),
      complete: true,
      channels: [],
      deleted: false,
    };
    team.files.push(file);
    return file;
  }

  /** The open view first, then messages from the newest, then Home. */
  function placesOf(where: LookWhere = {}): { spot: Spot; blocks: Json[] }[] {
    const view = where.in === undefined || where.in === 'form' ? topView(team, person.id) : undefined;
    const home = where.in === undefined || where.in === 'home' ? team.homes[person.id] : undefined;
    const messages = sightings(eyes, where)
      .filter(s => s.at && (!where.with || shows(s.seen, where.with)))
      .reverse();
    const fits = (v: View | undefined): v is View =>
      v !== undefined && (!where.with || shows(seenView(team, v), where.with));
    const ofView = (v: View | undefined): { spot: Spot; blocks: Json[] }[] =>
      fits(v) ? [{ spot: { view: v }, blocks: flat(v.blocks) }] : [];
    return [
      ...ofView(view),
      ...messages.map(s => ({ spot: s.at!, blocks: blocksOfMessage(s.at!.message) })),
      ...ofView(home),
    ];
  }

  function findButton(label: string, where?: LookWhere): Found | undefined {
    for (const { spot, blocks } of placesOf(where)) {
      const found = pressables(team, blocks).find(p => p.label === label);
      if (found) return { spot, block: found.block, element: found.element };
    }
  }

  function findMenu(placeholder: string, where?: LookWhere): Found | undefined {
    for (const { spot, blocks } of placesOf(where)) {
      for (const block of blocks) {
        const named = (e: Json): boolean =>
          textWords(team, e.placeholder) === placeholder ||
          (block.label && textWords(team, block.label) === placeholder);
        const element = elementsOf(block).find(
          e =>
            (e.options || e.option_groups || /select|picker/.test(e.type)) &&
            (named(e) || e.type === 'overflow' || offered(e).some(o => optionLabel(o) === placeholder)),
        );
        if (element && (element.type !== 'overflow' || placeholder === '…' || placeholder === 'More actions'))
          return { spot, block, element };
      }
    }
  }

  const suggestions = async (spot: Spot, block: Json, element: Json, typed: string): Promise<Json[]> =>
    takeSuggestions(world, await blockSuggestion(world, team, person, spot, block, element, typed));

  const fillingFor = (spot: Spot) => ({
    team,
    suggest: (block: Json, typed: string) => suggestions(spot, block, block.element, typed),
    upload: (file: { name: string; type: string; body: Uint8Array }) => fileShape(world, team, newFile(file)),
    channelId: (name: string) => channelCalled(eyes, name).id,
  });

  const openForm = (): View => {
    const view = topView(team, person.id);
    if (!view) throw new Error(`no form is open; ${lastSeen(eyes)}`);
    return view;
  };

  async function act({ spot, block, element }: Found, value?: unknown): Promise<void> {
    const answer = await blockAction(world, team, person, spot, block, element, value);
    takePressAnswer(world, team, person, 'view' in spot ? undefined : spot.channel, answer);
    if (!answer.acked && 'view' in spot) {
      spot.view.notice = "This app didn't respond in time.";
      world.changed();
    }
  }

  async function slash(line: string, channel: Channel): Promise<void> {
    const [, command = '', text = ''] = line.match(/^(\/\S+)\s*([\s\S]*)$/) ?? [];
    if (!world.commands.some(c => c.command === command) || team.uninstalled) {
      slackbotSays(world, team, channel, person.id, `${command} is not a valid command.`);
      return;
    }
    const answer = await slashCommand(world, team, person, channel, command, text.trim());
    takeSlashAnswer(world, team, person, channel, command, answer);
  }

  async function posts(
    where: string,
    text: string,
    files: readonly { name: string; type: string; body: Uint8Array }[] = [],
  ): Promise<SeenMessage> {
    const channel = whereIs(bare(where));
    if (channel.archived) refuse('is_archived');
    if (!isIn(channel, person.id)) refuse('not_in_channel');
    const shared = files.map(newFile);
    for (const file of shared) file.channels.push(channel.id);
    const draft = composed(team, text, nextId(world.state, 'b').toLowerCase());
    const message = addMessage(world, team, channel, {
      user: person.id,
      byApp: false,
      ...draft,
      files: shared.length ? shared.map(f => f.id) : undefined,
    });
    return seenMessage(world, team, channel, message);
  }

  return {
    id: person.id,
    name: person.name,
    ...hands(eyes),
    posts,

    async types(line, where) {
      if (line.startsWith('/')) await slash(line, whereIs(where?.in));
      else await posts(where?.in ?? usualChannel(), line);
    },
    async completions(line) {
      return world.commands
        .filter(c => c.command.startsWith(line.split(/\s/)[0]!))
        .map(c => ({ label: c.command, summary: c.description }));
    },

    async form(until = () => true) {
      return wait(() => {
        const view = topView(team, person.id);
        if (!isForm(view)) return undefined;
        const seen = seenForm(team, view);
        return until(seen) ? seen : undefined;
      }, 'a form');
    },
    async submits(values: Readonly<Record<string, FormValue>> = {}) {
      await wait(() => topView(team, person.id), 'a form');
      const view = openForm();
      if (!view.submit) throw new Error(`"${textWords(team, view.title)}" has nothing to submit`);
      for (const [label, given] of Object.entries(values)) {
        const block = inputCalled(team, view, label);
        const value = await filled(fillingFor({ view }), block, given);
        view.values[block.block_id] = { ...view.values[block.block_id], [block.element.action_id]: value };
      }
      view.notice = undefined;
      view.errors = clientErrors(view, view.values);
      world.changed();
      if (Object.keys(view.errors).length > 0) return;
      takeSubmissionAnswer(world, team, person, view, await viewSubmission(world, team, person, view));
    },
    async formSuggestions(label, typed) {
      const view = openForm();
      const block = inputCalled(team, view, label);
      const all = block.element.type.includes('external')
        ? await suggestions({ view }, block, block.element, typed)
        : offered(block.element).filter(o => optionLabel(o).toLowerCase().includes(typed.toLowerCase()));
      return all.map(optionLabel);
    },
    async closesForm() {
      const view = openForm();
      const stack = openViews(team, person.id);
      const closed = view.clear_on_close ? stack : [view];
      team.modals[person.id] = stack.filter(v => !closed.includes(v));
      world.changed();
      for (const one of [...closed].reverse())
        if (one.notify_on_close) await viewClosed(world, team, person, one, view.clear_on_close);
    },
    hasForm: () => isForm(topView(team, person.id)),

    async presses(label, on) {
      await act(
        await wait(
          () => findButton(label, on),
          `a button "${label}"${on?.in ? ` in ${on.in}` : ''}${on?.with ? ` beside ${on.with}` : ''}`,
          on,
        ),
      );
    },
    async chooses(placeholder, option, on) {
      const { spot, block, element } = await wait(() => findMenu(placeholder, on), `a menu "${placeholder}"`, on);
      if (element.type === 'overflow') {
        const chosen = offered(element).find(o => optionLabel(o) === option) ?? refuse(`no option "${option}"`);
        return act({ spot, block, element }, chosen);
      }
      const value = await filled(
        { ...fillingFor(spot), suggest: (b, typed) => suggestions(spot, b, element, typed) },
        { ...block, element },
        option,
      );
      const { values = {} } = 'view' in spot ? spot.view : spot.message;
      if ('message' in spot) spot.message.values = values;
      values[block.block_id] = { ...values[block.block_id], [element.action_id]: value };
      world.changed();
      const { type: _, ...carried } = value;
      if (block.type !== 'input' || block.dispatch_action)
        await act({ spot, block, element }, Object.values(carried)[0]);
    },
    async uses(name, on) {
      const shortcut = world.shortcuts.find(s => s.name === name || s.callbackId === name);
      if (!shortcut)
        throw new Error(
          `messages have no "${name}" in their menu; there are: ${world.shortcuts.map(s => s.name).join(', ')}`,
        );
      const { channel, message } = messageOn(on);
      takePressAnswer(
        world,
        team,
        person,
        channel,
        await messageShortcut(world, team, person, channel, message, shortcut.callbackId),
      );
    },
    async pins(on) {
      const { channel, message } = messageOn(on);
      if (!isIn(channel, person.id)) refuse('not_in_channel');
      pin(world, team, channel, person.id, message);
    },
    async unpins(on) {
      const { channel, message } = messageOn(on);
      unpin(world, team, channel, person.id, message);
    },
    async deletes(on) {
      const { channel, message } = messageOn(on);
      if (message.user !== person.id && !person.admin && !message.onlyFor) refuse('cant_delete_message');
      deleteMessage(world, team, channel, message);
    },

    sees: (pattern, where) =>
      wait(() => matches(eyes, pattern, where).at(-1), `${pattern}${where?.in ? ` in ${where.in}` : ''}`, where),
    seesNow: (pattern, where) => matches(eyes, pattern, where),
    async reads(where) {
      const channel = whereIs(bare(where));
      return channel.messages.filter(m => seesMessage(person, m)).map(m => seenMessage(world, team, channel, m));
    },
    async pinsOf(where) {
      const channel = whereIs(bare(where));
      return channel.pins.map(p => seenMessage(world, team, channel, channel.messages.find(m => m.ts === p.ts)!));
    },
    async channels() {
      const shown = channelsSeen(eyes).filter(c => c.kind !== 'im');
      return shown.map(c => ({
        name: c.name,
        id: c.id,
        private: c.kind === 'private',
        archived: c.archived,
        topic: c.topic,
        purpose: c.purpose,
      }));
    },
    async membersOf(where) {
      return whereIs(bare(where)).members.map(id => nameOf(team, id));
    },
    async rightsIn(where) {
      whereIs(bare(where));
      return [];
    },
    async home() {
      const before = team.homes[person.id];
      const stamp = before?.ts;
      const event = {
        type: 'app_home_opened',
        user: person.id,
        channel: direct().id,
        tab: 'home',
        ...(before ? { view: viewShape(team, before) } : {}),
        event_ts: ts(world),
      };
      tell(world, team, event);
      // An app that has drawn this Home before may leave it as it is: then that is what is read.
      const drawn = watch.until(
        () => team.homes[person.id] && team.homes[person.id]!.ts !== stamp,
        `${person.name} to see the app's Home`,
        () => lastSeen(eyes),
      );
      await (before ? Promise.race([drawn.catch(() => undefined), new Promise(done => setTimeout(done, 400))]) : drawn);
      return seenView(team, team.homes[person.id]!);
    },
  };
}
