/** What is pinned in a space, held against its library: what isn't pinned any more, what has come in meanwhile. */
import type { Cop } from '../../domain/cop.ts';
import { messageKey } from '../../domain/document.ts';
import { workspaceOf } from '../../domain/workspace.ts';
import type { Pin } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as echoes from '../../store/echoes.ts';
import * as libraries from '../../store/libraries.ts';
import { spaceHere } from '../addresses.ts';
import { echoing } from '../outbox/effects/index.ts';
import { lookForCards } from './cards-gone.ts';
import { gone, pinned, type Tending, unpinned } from './pinned.ts';

/** The space, and each thread of it in which something is pinned, or of its library was. */
export async function compareAll(tending: Tending, cop: Cop): Promise<void> {
  const space = spaceHere(cop);
  await comparePins(tending, cop, space.id, true, 'an absence');
  const known = await libraries.pinned(tending.bot.store.db, cop.networkId, cop.id, 1000);
  const found = (await tending.platforms.get(space.platform)?.pinnedWithin(space)) ?? [];
  for (const place of new Set([...known.map(one => one.place), ...found]))
    if (place !== undefined && place !== space.id) await comparePins(tending, cop, place, true);
}

/** One question a channel. `adding`: what is pinned and not known comes in; what isn't pinned any more is said so in any case. */
export async function comparePins(
  tending: Tending,
  cop: Cop,
  place: string,
  adding: boolean,
  after?: 'an absence',
): Promise<void> {
  const { bot } = tending;
  const { db } = bot.store;
  const { networkId: network, id } = cop;
  const changing = () => echoes.pinning(db, network, id, echoing('pins'));
  const taken = (await libraries.pinned(db, network, id, 1000)).filter(one => one.place === place);
  const before = await changing();
  const pins = await pinsAt(tending, cop, place);
  if (pins === 'dead') return gone(bot, cop, { thread: place }); // with all that stood there
  if (!pins) return;
  const own = new Set([...before, ...(await changing())]); // what is there of these is not yet what was asked for
  const there = new Map(pins.map(pin => [messageKey(pin.message), pin]));
  const was = new Set(taken.map(one => one.messageKey)); // what was pinned or unpinned while they were read is not told by them
  const off = [...was].filter(key => !there.has(key) && !own.has(key));
  if (off.length > 0) await unpinned(bot, cop, off);
  if (!adding) return;
  if (place === cop.spaceId)
    await lookForCards(bot, cop, copy => there.has(messageKey({ channel: { id: copy.channel }, id: copy.id })), after);
  const known = await libraries.known(db, network, id, [...there.keys()]);
  const fresh = [...there]
    .filter(([key]) => !own.has(key) && !was.has(key))
    .filter(([key, pin]) => known.get(key) !== true && (known.has(key) || !pin.message.byBot))
    .map(([, pin]) => pin);
  for (const pin of fresh.sort((a, b) => a.at - b.at)) await takeIn(tending, cop, pin);
}

async function pinsAt({ platforms }: Tending, cop: Cop, place: string): Promise<readonly Pin[] | 'dead' | undefined> {
  const platform = platforms.get(workspaceOf(cop.workspace).platform);
  const within = place === cop.spaceId ? undefined : place;
  const asked = platform?.pins(spaceHere(cop), within);
  return within === undefined ? asked : asked?.catch(unlessDead);
}

/** One thread that is gone, or closed to the bot, doesn't end the looking at the others. */
function unlessDead(error: unknown): 'dead' | undefined {
  if (!(error instanceof PlatformError) || !['gone', 'forbidden'].includes(error.kind)) throw error;
  return error.kind === 'gone' && error.whose === 'place' ? 'dead' : undefined;
}

/** Whoever pinned it only just now, while the bot was being started again, waits to read that it is kept. */
const justNowMs = 10 * 60_000;

function takeIn(tending: Tending, cop: Cop, { message, by, at }: Pin): Promise<void> {
  const found = tending.bot.clock.now() - at > justNowMs ? 'later' : undefined;
  return pinned(tending, cop, `pinned ${messageKey(message)} ${at}`, message, by, found);
}
