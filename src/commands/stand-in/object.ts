import { lane } from '../../domain/effect.ts';
import { object, withdraw } from '../../domain/stand-in.ts';
import { objectedCard, offerTakenBackCard } from '../../messages/stand-in-offer.ts';
import * as audit from '../../store/audit.ts';
import * as standIns from '../../store/stand-ins.ts';
import { command } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';

/** One press: then others decide, and nobody is told whose it was. By who offered, it takes the offer back. */
export const objectToStandIn = command({
  name: 'stand-in object',
  summary: 'Have others decide who looks after your CoP',
  about: 'stand-in',
  may: ['member', 'its-author'],
  in: 'an open CoP',
  answers: 'privately',

  async run({ tx, network, subject, settings, actor, now, after }) {
    const { cop, standIn, person } = subject;
    const about = { kind: 'stand-in', id: standIn.id } as const;
    const everywhere = reviseCopies(cop, 'who-looks-after-it', { kind: 'cop', id: cop.id });
    if (actor.id === standIn.personId) {
      await standIns.save(tx, withdraw(standIn, now));
      after(lane.cop(cop.id), everywhere);
      after(lane.workspace(cop.workspace), reviseCopies(cop, 'stand-in', about));
      return { say: offerTakenBackCard(cop) };
    }
    const admin = await audit.lastActor(tx, network, cop.workspace, 'settings choose');
    const decides = settings.supportChannel === undefined && admin !== person.id ? admin : undefined;
    const contested = object(standIn, decides, now);
    if (contested === standIn) return { say: objectedCard(cop) };
    await standIns.save(tx, contested);
    after(lane.cop(cop.id), everywhere);
    after(lane.person(person.id), post(cop, 'stand-in-answered', person.id, about));
    if (decides) after(lane.person(decides), post(cop, 'stand-in', decides, about));
    else after(lane.workspace(cop.workspace), reviseCopies(cop, 'stand-in', about));
    return { say: objectedCard(cop) };
  },
});
