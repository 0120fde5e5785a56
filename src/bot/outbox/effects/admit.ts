import { askWhoCameIn } from '../../../commands/cop/need-facilitator.ts';
import { admit as alone } from '../../../commands/effects.ts';
import { areInAgain } from '../../../commands/membership/come-in.ts';
import { lane } from '../../../domain/effect.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { Account, Channel, ChatPlatform } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as cops from '../../../store/cops.ts';
import * as lacks from '../../../store/lacks.ts';
import * as memberships from '../../../store/memberships.ts';
import * as persons from '../../../store/people.ts';
import { channel, spaceHere } from '../../addresses.ts';
import { wishing } from '../../wishes.ts';
import { type Doing, forAll } from '../doing.ts';

/** Of several, those who could be are in by now, and each of the others is let in, or told of, by themselves. Whom the bot may not let in, somebody else may have. */
async function whoIsOut(
  platform: ChatPlatform,
  space: Channel,
  who: readonly Account[],
  refused: unknown,
): Promise<ReadonlySet<string | undefined>> {
  const isOne = who.length === 1;
  if (!(refused instanceof PlatformError)) throw refused;
  if (isOne ? refused.kind !== 'forbidden' : refused.whose !== 'person') throw refused;
  const ids = new Set(who.map(one => one.id));
  const there = await platform.members(space, ids).catch((trouble: unknown) => {
    throw isOne ? refused : trouble;
  });
  for (const one of there) ids.delete(one.id);
  if (isOne && ids.size > 0) throw refused;
  return ids;
}

/** What those could not be given who are in beside one who could not, only a call for them alone tells. */
async function lettingIn(
  platform: ChatPlatform,
  space: Channel,
  who: readonly Account[],
  key: string,
): Promise<{ readonly out: ReadonlySet<string | undefined>; readonly lacking: string | undefined }> {
  try {
    return { out: new Set(), lacking: await platform.perform.admit({ space, who }, key) };
  } catch (refused) {
    const out = await whoIsOut(platform, space, who, refused);
    const others = who.filter(one => !out.has(one.id));
    if (others.length === 0 || out.size === 0) return { out, lacking: undefined };
    const again = await lettingIn(platform, space, others, key);
    return { out: new Set([...out, ...again.out]), lacking: again.lacking };
  }
}

export const admit: Doing<'admit'> = {
  toOne: forAll,
  concerns: async (_tx, _cop, wish) => wish.people,
  step: 'people',
  echoes: 'people',

  /** Nobody is let into a CoP that was closed just now, nor who has left meanwhile: then what was to follow doesn't either. */
  async perform({ bot, platform, cop, effect, now }, wish) {
    if (cop.state === 'closed') throw new PlatformError('gone', 'closed', { whose: 'place' });
    const left = new Set(await memberships.outOf(bot.store.db, cop.networkId, cop.id, wish.people));
    const people = wish.people.filter(one => !left.has(one));
    if (people.length === 0) throw new PlatformError('gone', 'has_left', { whose: 'person' });
    const known = await persons.known(bot.store.db, cop.networkId, { workspace: cop.workspace, cop: cop.id }, people);
    const idOf = (one: PersonId) => known.get(one)?.accountId;
    const who = people.map(idOf).flatMap(id => (id === undefined ? [] : channel(cop, id)));
    const space = spaceHere(cop);
    const { out, lacking } = await lettingIn(platform, space, who, effect.id);
    return async (tx, wishes) => {
      const current = await cops.lock(tx, cop.networkId, cop.id);
      const working = { tx, now, after: wishing(wishes, now) };
      const inNow = people.filter(one => !out.has(idOf(one)));
      for (const one of people.filter(one => out.has(idOf(one)))) working.after(lane.cop(cop.id), alone(cop, [one]));
      await memberships.mark(tx, cop.networkId, cop.id, inNow, 'joining', 'member');
      await lacks.note(tx, cop.networkId, cop.id, inNow, lacking);
      if (current?.state !== 'open') return;
      await areInAgain(working, current, inNow);
      if (inNow.length > 0) await askWhoCameIn(working, current);
    };
  },
};
