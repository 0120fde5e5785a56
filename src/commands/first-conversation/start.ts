import { lane } from '../../domain/effect.ts';
import { Refusal } from '../../domain/refusal.ts';
import { startsUnasked } from '../../domain/settings.ts';
import { notYetCard } from '../../messages/first-conversation.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { nothingToTalkOver, startsNow } from './starting.ts';

/** Its Support Team said not yet, and is no more: whoever would start it says whether it starts all the same. */
export const startAllTheSame = command({
  name: 'first-conversation start',
  summary: 'Start a CoP that a Support Team, given up since, had asked to wait',
  about: 'first-conversation',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'on-the-card',

  async run({ tx, subject, settings, guides, after, on }) {
    const { conversation, cop } = subject;
    if (cop.state !== 'proposed') throw new Refusal('started-already', { conversation, cop });
    if (!startsUnasked(settings)) return { say: notYetCard(subject, false) };
    await nothingToTalkOver(tx, conversation);
    const starting = await startsNow({ tx, after, guides }, cop);
    const about = { kind: 'first-conversation', id: conversation.id } as const;
    after(lane.person(conversation.personId), reviseCopies(starting, 'first-conversation-not-yet', about, on));
    return { say: notYetCard({ ...subject, cop: starting }, true) };
  },
});
