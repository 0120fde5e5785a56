import { carriedBy } from '../../domain/document.ts';
import { lane } from '../../domain/effect.ts';
import { pinnedOn, savedCard } from '../../messages/document.ts';
import { plainIn } from '../../messages/language.ts';
import { command } from '../command.ts';
import { post, whisper } from '../effects.ts';
import { byPerson, keep } from './keeping.ts';

/** Somebody pinned a message in the platform's own way: that keeps it. The bot's own messages never become documents. */
export const pinnedDocument = command({
  name: 'document pinned',
  summary: 'A message pinned in the space becomes part of the library',
  about: 'cop',
  may: ['member', 'facilitator'],
  in: 'a living CoP',
  answers: 'privately',

  async run(scope) {
    const { subject, actor, now, person, after, options, settings } = scope;
    const { cop } = subject;
    const message = byPerson(scope.message);
    const carried = carriedBy(message);
    const titled = {
      ...carried,
      title:
        carried.title ??
        plainIn(pinnedOn(new Date(now).toISOString().slice(0, 10)), settings.language ?? scope.language),
      untitled: carried.title === undefined,
    };
    const sharer = async () => (await person({ id: message.author })).id;
    const { document, already } = await keep(scope, cop, titled, { pinned: true }, sharer);
    const about = { kind: 'document', id: document.id } as const;
    if (document.untitled && !already) after(lane.person(actor.id), post(cop, 'document-title', actor.id, about));
    else if (!already && !options.found)
      after(lane.person(actor.id), whisper(cop, 'document-kept', actor.id, about, message.thread));
    return { say: savedCard(cop, document.title, already) };
  },
});
