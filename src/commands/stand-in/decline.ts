import { lane } from '../../domain/effect.ts';
import { decline } from '../../domain/stand-in.ts';
import { standInCard } from '../../messages/stand-in-offer.ts';
import * as standIns from '../../store/stand-ins.ts';
import { command } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

export const declineStandIn = command({
  name: 'stand-in decline',
  summary: 'Look for somebody else to look after a CoP',
  about: 'stand-in',
  may: ['support', 'admin', 'the-one-asked'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, subject, now, after, on }) {
    const { cop, person } = subject;
    const standIn = decline(subject.standIn, now);
    await standIns.save(tx, standIn);
    const about = { kind: 'stand-in', id: standIn.id } as const;
    after(lane.person(person.id), post(cop, 'stand-in-answered', person.id, about));
    after(lane.cop(cop.id), reviseCopies(cop, 'who-looks-after-it', { kind: 'cop', id: cop.id }));
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'stand-in', about, on));
    return { say: standInCard({ ...subject, standIn }) };
  },
});
