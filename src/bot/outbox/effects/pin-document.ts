/** Pins of members' messages, as the library has them. */
import type { DocumentId } from '../../../domain/ids.ts';
import type { Posted } from '../../../platform/chat-platform.ts';
import { PlatformError } from '../../../platform/platform-error.ts';
import * as documents from '../../../store/documents.ts';
import { channel } from '../../addresses.ts';
import { type Doing, forAll, nobody, nothing, type Stage } from '../doing.ts';

const pins = { toOne: forAll, concerns: nobody, step: undefined, echoes: 'pins' } as const;

export const pinDocument: Doing<'pin-document'> = {
  ...pins,
  async perform(stage, wish) {
    await stage.platform.perform.pin({ message: await messageOf(stage, wish.document) }, stage.effect.id);
    return nothing;
  },
};

export const unpinDocument: Doing<'unpin-document'> = {
  ...pins,
  async perform(stage, wish) {
    await stage.platform.perform.unpin({ message: await messageOf(stage, wish.document) }, stage.effect.id);
    return nothing;
  },
};

export async function messageOf({ bot, cop }: Stage, document: DocumentId): Promise<Posted> {
  const found = await documents.withCop(bot.store.db, cop.networkId, document);
  const { place, messageKey = '' } = found?.document ?? {};
  if (!place) throw new PlatformError('gone', 'no_message', { whose: 'message' });
  return { channel: channel(cop, place), id: messageKey.slice(messageKey.indexOf('/') + 1) };
}
