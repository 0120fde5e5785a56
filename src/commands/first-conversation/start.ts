import { lane } from '../../domain/effect.ts';
import { Refusal } from '../../domain/refusal.ts';
import { whoseWord } from '../../domain/settings.ts';
import { notYetCard } from '../../messages/first-conversation.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { nothingToTalkOver, startsNow } from './starting.ts';

/** There is no Support Team any more. Where it had said not yet, whoever would start it says whether it starts all the same; where only administrators may start one, any of them does. */
export const startAllTheSame = command({
  name: 'first-conversation start',
  summary: 'Start a CoP that waits for a Support Team, given up since',
  about: 'first-conversation',
  may: ['its-author', 'admin'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, actor, admin, settings, guides, after, on }) {
    const { conversation, cop } = subject;
    if (cop.state !== 'proposed') throw new Refusal('started-already', { conversation, cop });
    const word = whoseWord(settings);
    if (word === 'nobody' && conversation.personId !== actor.id) throw new Refusal('closed-door', {});
    if (word === 'support' || (word === 'admins' && !admin)) return { say: notYetCard(subject, word) };
    await nothingToTalkOver(tx, conversation);
    const starting = await startsNow({ tx, after, guides }, cop);
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.person(conversation.personId), reviseCopies(starting, 'first-conversation-not-yet', about, on));
    return { say: notYetCard({ ...subject, cop: starting }, word) };
  },
});
