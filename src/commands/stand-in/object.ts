import { lane } from '../../domain/effect.ts';
import { object } from '../../domain/stand-in.ts';
import { objectedCard } from '../../messages/stand-in-offer.ts';
import * as audit from '../../store/audit.ts';
import * as standIns from '../../store/stand-ins.ts';
import { command } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';
import { askToDecide } from './deciding.ts';
import { takeBack } from './take-back.ts';

/** One press: then others decide, and nobody is told whose it was. By who offered, it takes the offer back. */
export const objectToStandIn = command({
  name: 'stand-in object',
  summary: 'Have others decide who looks after your CoP',
  about: 'stand-in',
  may: ['member', 'its-author', 'its-starter'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, network, subject, settings, actor, now, after } = scope;
    const { cop, standIn, person } = subject;
    if (actor.id === standIn.personId) return takeBack(scope);
    const admin = await audit.lastActor(tx, network, cop.workspace, 'settings choose');
    const decides = settings.supportChannel === undefined && admin !== person.id ? admin : undefined;
    const contested = object(standIn, decides, now);
    if (contested === standIn) return { say: objectedCard(cop) };
    await standIns.save(tx, contested);
    after(lane.cop(cop.id), reviseCopies(cop, 'who-looks-after-it', { kind: 'cop', id: cop.id }));
    after(lane.person(person.id), post(cop, 'stand-in-answered', person.id, { kind: 'stand-in', id: standIn.id }));
    await askToDecide(scope, cop, contested, settings.supportChannel);
    return { say: objectedCard(cop) };
  },
});
