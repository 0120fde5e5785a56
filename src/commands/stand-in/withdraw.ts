import { lane } from '../../domain/effect.ts';
import { Refusal } from '../../domain/refusal.ts';
import { withdraw } from '../../domain/stand-in.ts';
import { offerTakenBackCard } from '../../messages/stand-in-offer.ts';
import * as standIns from '../../store/stand-ins.ts';
import { command } from '../command.ts';
import { reviseCopies } from '../effects.ts';

export const withdrawStandIn = command({
  name: 'stand-in withdraw',
  summary: 'Take back that you would look after a CoP',
  about: 'stand-in',
  may: ['its-author'],
  in: 'any CoP',
  answers: 'privately',

  async run({ tx, subject, actor, now, after }) {
    const { cop, standIn } = subject;
    if (standIn.personId !== actor.id) throw new Refusal('closed-door', {});
    await standIns.save(tx, withdraw(standIn, now));
    after(lane.cop(cop.id), reviseCopies(cop, 'who-looks-after-it', { kind: 'cop', id: cop.id }));
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'stand-in', { kind: 'stand-in', id: standIn.id }));
    return { say: offerTakenBackCard(cop) };
  },
});
