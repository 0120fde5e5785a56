/** Every no about what is in a library, or isn't. */
import type { Refusals } from '../domain/refusal.ts';
import { type Card, type Text, text } from '../platform/card.ts';

const say = (words: Text): Card => ({ body: [{ kind: 'text', text: words }] });

export const documentRefusals = {
  'bot-message': () =>
    say(
      text`That message is from an app, or only tells what happened here, and the library keeps what members post. Choose a message of a member's; a link that stands in it can be added with ${{ slash: 'document add' }}.`,
    ),
  'not-in-this-space': ({ cop }: Refusals['not-in-this-space']) =>
    say(text`That message isn't in the space of **${cop.name}**. Use **Save to the library** on a message there.`),
  'empty-file': ({ name }: Refusals['empty-file']) =>
    say(
      text`**${name}** is an empty file, so there's nothing in it to keep. Post it once more, and save that message.`,
    ),
  'in-library-already': ({ cop, title }: Refusals['in-library-already']) =>
    say(text`**${title}** is in the library of ${cop.name} already.`),
  'no-file-kept': ({ title }: Refusals['no-file-kept']) =>
    say(text`There is no copy of the file of **${title}** that I could send. Its entry stays in the library.`),
  'document-removed': () =>
    say(text`That was taken out of the library, and nothing of it is kept after a day. You can save it anew.`),
  'nothing-to-pin': ({ cop }: Refusals['nothing-to-pin']) =>
    say(
      text`There is no message of it in the space of **${cop.name}** that could be pinned. The library keeps it all the same.`,
    ),
  'message-deleted': ({ title }: Refusals['message-deleted']) =>
    say(
      text`The message with **${title}** was deleted, so there's nothing left to keep. Post the file once more if it should be in the library.`,
    ),
  'nothing-to-keep': () =>
    say(text`I can't reach that message any more. Open its menu again and choose **Save to the library**.`),
};
