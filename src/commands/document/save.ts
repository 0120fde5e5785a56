import type { Cop } from '../../domain/cop.ts';
import { carriedBy, described, limits, messageKey } from '../../domain/document.ts';
import type { NetworkId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { cut } from '../../domain/words.ts';
import { savedCard } from '../../messages/document.ts';
import { noTitle, saveForm } from '../../messages/document-forms.ts';
import type { SharedMessage } from '../../platform/chat-platform.ts';
import * as documents from '../../store/documents.ts';
import type { Reader } from '../../store/engine.ts';
import { command } from '../command.ts';
import { byPerson, keep, saidIn } from './keeping.ts';

export const saveDocument = command({
  name: 'document save',
  summary: "Put a message, a file or a link into your CoP's library",
  shortcut: 'Save to the library',
  options: { message: { kind: 'message', summary: 'What to save' } },
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async form(scope) {
    const { reader, subject, message } = scope;
    const { cop } = subject;
    const isAdded = await wasAdded(reader, cop.networkId, cop, message);
    return saveForm(cop, { title: described(savable(cop, message, isAdded)).title });
  },

  async run(scope) {
    const { subject, options, person } = scope;
    const { cop } = subject;
    const isAdded = await wasAdded(scope.tx, scope.network, cop, scope.message);
    const message = savable(cop, scope.message, isAdded);
    const carried = carriedBy(message);
    const said = saidIn(options);
    if (!said.title) return { mend: saveForm(cop, { ...options, title: carried.title }, noTitle) };

    const words = carried.kind === 'message' && message.words ? cut(message.words, limits.words) : undefined;
    const sharer = async () => (await person({ id: message.author })).id;
    const { already } = await keep(scope, cop, carried, { ...said, words, untitled: false }, sharer);
    return { say: savedCard(cop, said.title, already) };
  },
});

/** What somebody added with a file was posted by the bot: taken out of the library, it can be saved anew like anybody's. */
async function wasAdded(reader: Reader, network: NetworkId, cop: Cop, message: SharedMessage | undefined) {
  if (!message?.byBot) return false;
  const before = await documents.same(reader, network, cop.id, { messageKey: messageKey(message) });
  if (before?.state === 'kept') throw new Refusal('in-library-already', { cop, title: before.title });
  return before !== undefined;
}

/** Only what stands in the CoP's own space, and has something in it. */
function savable(cop: Cop, given: SharedMessage | undefined, isAdded: boolean): SharedMessage {
  const message = given && isAdded ? given : byPerson(given);
  if (message.channel.id !== cop.spaceId) throw new Refusal('not-in-this-space', { cop });
  const [file] = message.files;
  if (file?.bytes === 0) throw new Refusal('empty-file', { name: described(message).title ?? file.name });
  return message;
}
