/**
 * Invites that an administrator has the bot make for people without an account: made before the choice is kept, so that they hear at once
 * whether it may; and taken back after another choice was. Whoever holds one can come in, so it is never logged, nor noted in the audit.
 */
import { goodInvites, inviteBounds, type MadeInvite } from '../../domain/settings.ts';
import { workspaceKey, workspaceOf } from '../../domain/workspace.ts';
import type { ChatPlatform, Inbox, Invocation, PlatformName } from '../../platform/chat-platform.ts';
import { isDeed } from '../../platform/invoke.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as posts from '../../store/posts.ts';
import * as settings from '../../store/settings.ts';
import { patiently } from '../patiently.ts';
import type { Bot } from '../the-bot.ts';

type Inviting = Pick<ChatPlatform, 'makeInvite' | 'revokeInvite'>;
type Platforms = ReadonlyMap<PlatformName, Inviting>;
type Place = { readonly platform: PlatformName; readonly id: string };

export function preparingInvites(bot: Bot, platforms: Platforms, invoke: Inbox['invoke']): Inbox['invoke'] {
  return async given => {
    const { options, by } = given;
    const platform = platforms.get(by.platform);
    const isAbout = isDeed(given, 'settings choose') && options.section === 'way-in' && by.admin === true;
    if (!isAbout || !platform || by.workspace === undefined) return invoke(given);
    const place = { platform: by.platform, id: by.workspace };
    const made = options.how === 'bot' ? await make(bot, platform, place) : undefined;
    const answer = await invoke(made ? { ...given, invites: made } : given);
    if (Array.isArray(made) && 'mend' in answer) await takeBack(bot, platform, place, made);
    await takeBackAll(bot, platforms, by.platform);
    return answer;
  };
}

/** One to each channel where a CoP's card stands, so that people arrive beside it. */
async function make(bot: Bot, platform: Inviting, place: Place): Promise<NonNullable<Invocation['invites']>> {
  const { people, forMs, most } = inviteBounds;
  const cards = await patiently(() => posts.channelsWithCards(bot.store.db, workspaceKey(place), most));
  const channels = cards.length > 0 ? cards : [undefined];
  const bounds = { people: Math.floor(people / channels.length), forMs };
  const until = bot.clock.now() + forMs;
  const all = await Promise.allSettled(channels.map(to => platform.makeInvite(place, { ...bounds, to })));
  const made = all.flatMap(one => (one.status === 'fulfilled' ? [{ ...one.value, until }] : []));
  if (made.length > 0) return made;
  const refused = all.some(
    one => one.status === 'rejected' && one.reason instanceof PlatformError && one.reason.kind === 'forbidden',
  );
  return refused ? 'not-allowed' : 'not-now';
}

/** Those that are still to be, on a platform. What can't be now is tried again whenever its spaces are looked at. */
export async function takeBackAll(bot: Bot, platforms: Platforms, name: PlatformName): Promise<void> {
  const platform = platforms.get(name);
  if (!platform) return;
  for (const { networkId, workspace, takingBack } of await settings.takingBackOn(bot.store.db, name)) {
    const place = { platform: name, id: workspaceOf(workspace).id };
    const done = await takeBack(bot, platform, place, takingBack);
    if (done.length > 0)
      await patiently(() =>
        bot.store.db.transaction().execute(async tx => {
          const now = await settings.of(tx, networkId, workspace);
          const left = now.takingBack.filter(({ url }) => !done.some(one => one.url === url));
          await settings.save(tx, { ...now, takingBack: left });
        }),
      );
  }
}

/** Which of them let nobody in any more. */
async function takeBack(
  bot: Bot,
  platform: Inviting,
  place: Place,
  invites: readonly MadeInvite[],
): Promise<readonly MadeInvite[]> {
  const good = goodInvites({ kind: 'bot', invites }, bot.clock.now());
  const all = await Promise.allSettled(good.map(one => platform.revokeInvite(place, one)));
  const left = good.filter((_one, n) => all[n]?.status === 'rejected');
  for (const one of left)
    bot.log.warn({ channel: one.channel, until: one.until }, 'an invite could not be taken back; it is tried again');
  return invites.filter(one => !left.includes(one));
}
