/** What people do to messages in the platform's own way, and what of that a library has to know. */

import { post } from '../../commands/effects.ts';
import type { Cop } from '../../domain/cop.ts';
import { messageKey } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import { workspaceKey, workspaceOf } from '../../domain/workspace.ts';
import type {
  Channel,
  ChatPlatform,
  Happening,
  Invocation,
  Pin,
  PlatformName,
  SharedMessage,
  Visitor,
} from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as cops from '../../store/cops.ts';
import * as echoes from '../../store/echoes.ts';
import * as libraries from '../../store/libraries.ts';
import * as memberships from '../../store/memberships.ts';
import { accountOf, spaceHere } from '../addresses.ts';
import { echoing } from '../outbox/effects/index.ts';
import type { Dispatch } from '../press/dispatch.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, wishing } from '../wishes.ts';
import { atItsPace } from './at-its-pace.ts';

export type Platforms = ReadonlyMap<PlatformName, ChatPlatform>;
export type Tended = Extract<Happening, { kind: 'pinned' | 'unpinned' | 'message-deleted' | 'shared' | 'returned' }>;

/** So many pins before the platform's limit, its facilitators are told. */
const nearlyFull = 10;

/** `ending`: the bot is being stopped, and nobody waits any more. */
export function tendingLibraries(
  bot: Bot,
  dispatch: Dispatch,
  platforms: Platforms,
  ending: AbortSignal | undefined,
): (event: Tended) => Promise<void> {
  const asking = atItsPace(bot, platforms, ending);
  return async event => {
    if (event.kind === 'returned') return catchUp(event.platform);
    const cop = await copAt(event.kind === 'pinned' || event.kind === 'shared' ? event.message.channel : event.space);
    if (!cop) return; // what happens elsewhere is nobody's concern
    if (event.kind === 'pinned') await pinned(cop, event.id, event.message, event.by);
    else if (event.kind === 'shared') await press(cop, 'document offer', event.id, event.message, event.by);
    else if (event.kind === 'message-deleted') await deleted(cop, event.messages);
    else if (event.message) await unpinned(cop, [messageKey({ channel: event.space, id: event.message })]);
    else await compare(cop, event.within ?? spaceHere(cop).id, false);
  };

  function copAt({ platform, workspace, id }: Channel): Promise<Cop | undefined> {
    return cops.bySpace(bot.store.db, workspaceKey({ platform, id: workspace }), id);
  }

  /** A pin is a press like any other: by who pinned it, about the space it stands in. */
  async function press(cop: Cop, command: string, id: string, message: SharedMessage, by: Visitor): Promise<void> {
    if (message.byBot) return;
    const invocation: Invocation = {
      id,
      by,
      at: message.channel,
      from: 'shortcut',
      command,
      options: { cop: cop.id },
      message,
    };
    await dispatch.take(invocation);
  }

  async function pinned(cop: Cop, id: string, message: SharedMessage, by: Visitor | undefined): Promise<void> {
    const { platform, workspace } = message.channel;
    if (message.byBot) await pinnedOwn(cop, messageKey(message));
    else await press(cop, 'document pinned', id, message, by ?? { platform, workspace, id: message.author, name: '' });
    const most = platforms.get(platform)?.capabilities.pinsPerSpace;
    if (most !== undefined) await lookAtRoom(cop, most - nearlyFull);
  }

  /** What was added with a file is posted by the bot, and may be pinned like anybody's. Its other messages are nobody's document. */
  async function pinnedOwn(cop: Cop, key: string): Promise<void> {
    await bot.store.db.transaction().execute(tx => libraries.mark(tx, cop.networkId, cop.id, [key], { pinned: 1 }));
  }

  function unpinned(cop: Cop, keys: readonly string[]): Promise<number> {
    return bot.store.db.transaction().execute(tx => libraries.mark(tx, cop.networkId, cop.id, keys, { pinned: 0 }));
  }

  async function deleted(cop: Cop, messages: readonly string[]): Promise<void> {
    const keys = messages.map(id => messageKey({ channel: { id: cop.spaceId ?? '' }, id }));
    const change = { pinned: 0, gone_at: bot.clock.now() } as const;
    await bot.store.db.transaction().execute(tx => libraries.mark(tx, cop.networkId, cop.id, keys, change));
  }

  /** Once, until there is room again. */
  async function lookAtRoom(cop: Cop, enough: number): Promise<void> {
    await bot.store.db.transaction().execute(async tx => {
      const { networkId: network, id } = cop;
      const crowded = (await libraries.countPinned(tx, network, id)) >= enough;
      const library = await libraries.settings(tx, network, id);
      if (crowded === (library.toldFullAt !== undefined)) return;
      const now = bot.clock.now();
      await libraries.set(tx, network, id, { ...library, toldFullAt: crowded ? now : undefined });
      const wishes = noWishes();
      if (crowded)
        for (const one of await memberships.facilitators(tx, network, id, cop.workspace))
          wishing(wishes, now)(lane.person(one.id), post(cop, 'room-for-pins', one.id, { kind: 'cop', id }));
      await saveWishes(bot.jobs, tx, wishes, cop.workspace);
    });
  }

  /** The space, and each thread of it in which something of its library is pinned. */
  async function compareAll(cop: Cop): Promise<void> {
    const space = spaceHere(cop).id;
    await compare(cop, space, true);
    const pinned = await libraries.pinned(bot.store.db, cop.networkId, cop.id, 1000);
    for (const place of new Set(pinned.map(one => one.place)))
      if (place !== undefined && place !== space) await compare(cop, place, true);
  }

  /** One question a channel. `adding`: what is pinned and not known comes in; what isn't pinned any more is said so in any case. */
  async function compare(cop: Cop, place: string, adding: boolean): Promise<void> {
    const { platform } = workspaceOf(cop.workspace);
    const within = place === cop.spaceId ? undefined : place;
    const { db } = bot.store;
    const { networkId: network, id } = cop;
    const asked = platforms.get(platform)?.pins(spaceHere(cop), within);
    const pins = within === undefined ? await asked : await asked?.catch(unlessDead);
    if (pins === 'dead') return threadDead(cop, place);
    if (!pins) return;
    if (await echoes.stillChanging(db, network, id, echoing('pins'))) return; // what is there now is not yet what was asked for
    const there = new Map(pins.map(pin => [messageKey(pin.message), pin]));
    const before = await libraries.pinned(db, network, id, 1000);
    const gone = before.filter(one => one.place === place && !there.has(one.messageKey));
    if (gone.length > 0)
      await unpinned(
        cop,
        gone.map(one => one.messageKey),
      );
    if (!adding) return;
    const known = await libraries.known(db, network, id, [...there.keys()]);
    const fresh = [...there]
      .filter(([key, pin]) => known.get(key) !== true && (known.has(key) || !pin.message.byBot))
      .map(([, pin]) => pin);
    for (const pin of fresh.sort((a, b) => a.at - b.at)) await takeIn(cop, pin);
  }

  /** What stood there is gone with it. */
  async function threadDead(cop: Cop, place: string): Promise<void> {
    const stood = await libraries.pinned(bot.store.db, cop.networkId, cop.id, 1000);
    const keys = stood.filter(one => one.place === place).map(one => one.messageKey);
    const change = { pinned: 0, gone_at: bot.clock.now() } as const;
    await bot.store.db.transaction().execute(tx => libraries.mark(tx, cop.networkId, cop.id, keys, change));
  }

  /** Discord doesn't tell who pinned it: then it counts as pinned by who wrote it, or, if they have left, by a facilitator. */
  async function takeIn(cop: Cop, { message, by, at }: Pin): Promise<void> {
    const everybody = await memberships.everybody(bot.store.db, cop.networkId, cop.id, cop.workspace);
    const asked = [by?.id, message.author, everybody.find(one => one.role === 'facilitator')?.accountId];
    const presser = asked.find(id => everybody.some(one => one.accountId !== undefined && one.accountId === id));
    const person = everybody.find(one => one.accountId === presser);
    const account = person && accountOf(person, cop);
    if (!account) return;
    await pinned(cop, `pinned ${messageKey(message)} ${at}`, message, { ...account, name: '' });
  }

  /** Space after space, at the pace that the platform allows. */
  async function catchUp(platform: PlatformName): Promise<void> {
    const { db } = bot.store;
    for (const cop of await cops.withSpaceOn(db, platform))
      if ((await asking(platform, { cop: cop.id }, () => compareAll(cop))) === 'end') return;
  }
}

/** One thread that is gone, or closed to the bot, doesn't end the looking at the others. */
function unlessDead(error: unknown): 'dead' | undefined {
  if (!(error instanceof PlatformError) || !['gone', 'forbidden'].includes(error.kind)) throw error;
  return error.kind === 'gone' ? 'dead' : undefined;
}
