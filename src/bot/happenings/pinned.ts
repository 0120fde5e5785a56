/** A message of a CoP was pinned, is pinned no more, or is gone: what its library makes of that. */
import type { Cop } from '../../domain/cop.ts';
import type { DeedName } from '../../domain/deed.ts';
import { messageKey } from '../../domain/document.ts';
import type { Invocation, SharedMessage, Visitor } from '../../platform/chat-platform.ts';
import * as libraries from '../../store/libraries.ts';
import type { Dispatch } from '../press/dispatch.ts';
import type { Bot } from '../the-bot.ts';
import { lookAtRoom } from './room-for-pins.ts';
import type { Platforms } from './tend-libraries.ts';
import { whosePin } from './whose-pin.ts';

/** What it takes to tend libraries. */
export interface Tending {
  readonly bot: Bot;
  readonly dispatch: Dispatch;
  readonly platforms: Platforms;
}

/** `found`: it was pinned while nobody heard, and nobody waits for a word of it any more. */
export async function pinned(
  tending: Tending,
  cop: Cop,
  id: string,
  message: SharedMessage,
  by: Visitor | undefined,
  found?: 'later',
): Promise<void> {
  const { platform } = message.channel;
  if (message.byBot) await pinnedOwn(tending.bot, cop, messageKey(message));
  else {
    const presser = await whosePin(tending.bot, cop, message, by);
    if (presser) await press(tending, cop, 'document pinned', id, message, presser, found && { found });
  }
  await lookAtRoom(tending.bot, cop, tending.platforms.get(platform)?.capabilities.pinsPerSpace);
}

/** A pin is a press like any other: by who pinned it, about the space it stands in. */
export async function press(
  { dispatch }: Tending,
  cop: Cop,
  command: DeedName,
  id: string,
  message: SharedMessage,
  by: Visitor,
  more: Invocation['options'] = {},
): Promise<void> {
  if (message.byBot) return;
  const invocation: Invocation = {
    id,
    by,
    at: message.channel,
    from: 'shortcut',
    command,
    options: { cop: cop.id, ...more },
    message,
  };
  await dispatch.take(invocation);
}

/** What was added with a file is posted by the bot, and may be pinned like anybody's. Its other messages are nobody's document. */
async function pinnedOwn({ store }: Bot, cop: Cop, key: string): Promise<void> {
  await store.db.transaction().execute(tx => libraries.mark(tx, cop.networkId, cop.id, [key], 1));
}

export async function unpinned({ store }: Bot, cop: Cop, keys: readonly string[]): Promise<void> {
  await store.db.transaction().execute(tx => libraries.mark(tx, cop.networkId, cop.id, keys, 0));
}

/** With the message, or with all that it stood in. */
export async function gone({ store, clock }: Bot, cop: Cop, what: libraries.Deleted): Promise<void> {
  await store.db.transaction().execute(tx => libraries.gone(tx, cop.networkId, cop.id, what, clock.now()));
}
