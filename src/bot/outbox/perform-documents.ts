/** What a library asks of a platform: pins of members' messages, and a word in private. */
import type { Wish } from '../../domain/effect.ts';
import type { Posted } from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import * as documents from '../../store/documents.ts';
import { accountOfPerson, channel, spaceHere } from '../addresses.ts';
import { draw } from '../drawing/draw.ts';
import { languageOfPerson } from '../drawing/languages.ts';
import type { Performers, Receipt, Stage } from './perform.ts';

const nothing: Receipt = async () => {};

type Pinning = Extract<Wish, { kind: 'pin-document' | 'unpin-document' }>;

export const documentPerformers: Pick<Performers, 'pin-document' | 'unpin-document' | 'whisper'> = {
  async 'pin-document'(stage, wish) {
    await stage.platform.perform.pin({ message: await messageOf(stage, wish) }, stage.effect.id);
    return nothing;
  },

  async 'unpin-document'(stage, wish) {
    await stage.platform.perform.unpin({ message: await messageOf(stage, wish) }, stage.effect.id);
    return nothing;
  },

  /** Once begun, it may have been heard: it isn't said again. */
  async whisper(stage, wish) {
    const { db, platform, cop, effect } = stage;
    if (effect.intendedAt !== undefined) return nothing;
    const card = await draw(stage, db, wish, await languageOfPerson(stage, wish.to));
    const to = await accountOfPerson(db, cop, wish.to);
    await platform.perform.whisper({ space: spaceHere(cop), to, card }, effect.id);
    return nothing;
  },
};

export async function messageOf({ db, cop }: Stage, wish: Pick<Pinning, 'document'>): Promise<Posted> {
  const found = await documents.withCop(db, cop.networkId, wish.document);
  const { place, messageKey = '' } = found?.document ?? {};
  if (!place) throw new PlatformError('gone', 'no_message');
  return { channel: channel(cop, place), id: messageKey.slice(messageKey.indexOf('/') + 1) };
}
