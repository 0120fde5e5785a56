/** What people did in the platform's own way, without asking the bot: the store is kept true to it. What the bot did itself is an echo. */

import { workspaceKey } from '../../domain/workspace.ts';
import type { Channel, Happening, Inbox, PlatformName } from '../../platform/chat-platform.ts';
import * as cops from '../../store/cops.ts';
import * as homes from '../../store/homes.ts';
import * as people from '../../store/people.ts';
import type { Dispatch } from '../press/dispatch.ts';
import type { Bot } from '../the-bot.ts';
import { anotherId } from './another-id.ts';
import { atItsPace } from './at-its-pace.ts';
import { cardsDeleted } from './cards-deleted.ts';
import { chosenChannels } from './chosen-channels.ts';
import { spaceGone } from './gone.ts';
import { inOrder } from './in-order.ts';
import { takingLatest } from './latest.ts';
import { sharingLooks } from './look-at-pins.ts';
import { comparingMembers } from './members.ts';
import { moved } from './moved.ts';
import { oneLook } from './one-look.ts';
import { openAgain } from './open-again.ts';
import { type OwnWay, tendingOwnWay } from './own-way.ts';
import { personChanged } from './person-changed.ts';
import { lookingAfter, type Since } from './returned.ts';
import { holdingPresence } from './stands.ts';
import { comparingSupport } from './support.ts';
import { type Platforms, tendingLibraries } from './tend-libraries.ts';
import { lookForUnknown } from './unknown-spaces.ts';

type Ended = Extract<Happening, { kind: 'ended' }>;
type Changed = Extract<Happening, { kind: 'changed' }>;
type Returned = Extract<Happening, { kind: 'returned' }>;

const workspaceAt = (event: Exclude<OwnWay, { kind: 'bot-out' }>) =>
  workspaceKey(
    event.kind === 'allowed' ? event.workspace : { platform: event.space.platform, id: event.space.workspace },
  );

const placeOf = (event: Exclude<Happening, Returned | Ended>): string => {
  if (event.kind === 'allowed') return `${event.workspace.platform}:${event.workspace.id}`;
  if (event.kind === 'home-opened' || event.kind === 'person') return `${event.who.platform}:${event.who.id}`;
  const { platform, id } = 'space' in event ? event.space : event.message.channel;
  return `${platform}:${id}`;
};

export interface Reconciling {
  readonly happened: Inbox['happened'];
  /** At every space of a platform. */
  look(platform: PlatformName, since: Since): Promise<void>;
  /** At a channel that was chosen: who is in it. */
  lookIn(chosen: Channel): Promise<void>;
}

export function reconciling(
  bot: Bot,
  dispatch: Dispatch,
  platforms: Platforms = new Map(),
  ending?: AbortSignal,
): Reconciling {
  const tend = tendingLibraries(bot, dispatch, platforms, ending);
  const ownWay = tendingOwnWay(bot);
  const lookAfter = lookingAfter(bot, platforms, ending);
  const stands = holdingPresence(bot);
  const channels = chosenChannels(bot);
  const compareMembers = comparingMembers(bot, platforms);
  const compareChosen = comparingSupport(bot, platforms, atItsPace(bot, platforms, ending));
  const inTurn = inOrder(bot, ending);
  const taking = takingLatest(sharingLooks(inTurn), takeIn);
  const look = oneLook(inTurn, lookNow);

  return {
    look,
    lookIn: chosen => inTurn(`${chosen.platform}:${chosen.id}`, 'changed', () => compareChosen.at(chosen)),
    async happened(event) {
      if (event.kind === 'ended') return;
      if (event.kind === 'returned') return look(event.platform, 'an absence', event.workspace);
      if ('space' in event) lookAfter.happenedIn(event.space);
      await taking(event, placeOf(event));
    },
  };

  async function takeIn(event: Exclude<Happening, Returned | Ended>): Promise<void> {
    if (event.kind === 'joined' || event.kind === 'left') await moved(bot, event);
    else if (event.kind === 'home-opened') await homeOpened(bot, event);
    else if (event.kind === 'closed') await gone(event);
    else if (event.kind === 'changed') await spaceChanged(event);
    else if (event.kind === 'person') await personChanged(bot, event);
    else if (event.kind === 'another-id') await goneOn(await anotherId(bot, event));
    else if (event.kind === 'unarchived') await openAgain(bot, event);
    else if (event.kind === 'bot-out' || event.kind === 'bot-in' || event.kind === 'allowed') await goneOn(event);
    else await tend(event);
  }

  async function goneOn(event: OwnWay): Promise<void> {
    await ownWay(event);
    if (event.kind !== 'bot-out') await tend.again(workspaceAt(event));
  }

  async function gone(event: Extract<Happening, { kind: 'closed' }>): Promise<void> {
    await spaceGone(bot, event);
    await channels.lost(event.space);
    if (event.how === 'deleted') await cardsDeleted(bot, event.space);
  }

  async function spaceChanged({ space, presence, people: ofPeople }: Changed): Promise<void> {
    const workspace = workspaceKey({ platform: space.platform, id: space.workspace });
    const cop = await cops.bySpace(bot.store.db, workspace, space.id);
    if (!cop) {
      await channels.seen(space, presence);
      return ofPeople && compareChosen.at(space);
    }
    if (cop.state === 'closed' && ofPeople && presence.state === 'there') return compareMembers(cop);
    if (cop.state !== 'open') return;
    const { isThere } = await stands(cop, presence);
    if (isThere && ofPeople) await compareMembers(cop);
  }

  /** Pins are looked at after an absence alone; hourly those that could not be. */
  async function lookNow(platform: PlatformName, since: Since, only?: string): Promise<void> {
    if (since === 'an hour') {
      await lookAfter(platform, since);
      return tend.lookAgain(platform);
    }
    await lookForUnknown(bot, platforms, platform);
    await ownWay.goOn(only === undefined ? { platform } : { workspace: workspaceKey({ platform, id: only }) });
    await lookAfter(platform, since, only);
    await tend({ kind: 'returned', platform, ...(only !== undefined && { workspace: only }) });
  }
}

async function homeOpened(bot: Bot, { who }: Extract<Happening, { kind: 'home-opened' }>): Promise<void> {
  if (who.workspace === undefined) return;
  const workspace = workspaceKey({ platform: who.platform, id: who.workspace });
  await bot.store.db.transaction().execute(async tx => {
    const now = bot.clock.now();
    const known = await people.whoIs(tx, workspace, who.id);
    const network = known?.networkId ?? (await people.meetWorkspace(tx, workspace, now));
    const person = known?.person ?? (await people.meet(tx, network, workspace, who, now));
    await homes.remember(tx, network, workspace, person.id, now);
  });
}
