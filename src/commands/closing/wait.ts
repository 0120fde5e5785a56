import { goingOn, underWay, waiting } from '../../domain/closing.ts';
import { lane } from '../../domain/effect.ts';
import { calledOffCard, closesCard, goesOnCard, notClosing, waitsNow } from '../../messages/closing.ts';
import * as closings from '../../store/closings.ts';
import * as facilitating from '../../store/facilitating.ts';
import { command } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';
import { closesOn } from './closes-on.ts';

/** Any member can: then no day is set, and the facilitators hear of it; where there are none, whoever is next. */
export const waitWithClosing = command({
  name: 'closing wait',
  summary: 'Ask the facilitators to wait with closing a CoP',
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { tx, network, subject, actor, after } = scope;
    const { cop } = subject;
    const closing = await closings.of(tx, network, cop.id);
    if (!underWay(closing)) return { say: notClosing(cop) };
    const facilitators = await facilitating.ofCop(tx, network, cop.id, cop.workspace);
    const waits = waitsNow(cop, facilitators.length > 0);
    if (closing.state === 'waits') return { say: waits };
    await closings.save(tx, waiting(closing, actor.id));
    const closes = await closesOn(scope, cop, undefined);
    for (const { id } of facilitators)
      after(lane.person(id), post(closes, 'closing-waits', id, { kind: 'cop', id: cop.id }));
    return { say: waits };
  },
});

/** No sooner than two days from now: whoever asked to wait reads it. */
export const goOnClosing = command({
  name: 'closing go-on',
  summary: 'Go on closing a CoP after somebody asked to wait',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, subject, actor, now, after } = scope;
    const { cop } = subject;
    const closing = await closings.of(tx, network, cop.id);
    if (!underWay(closing)) return { say: notClosing(cop) };
    const goes = closing.state === 'waits' ? goingOn(closing, actor.id, now) : closing;
    await closings.save(tx, goes);
    await closesOn(scope, cop, goes.dueAt);
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'closing-waits', { kind: 'cop', id: cop.id }, scope.on));
    return { say: goesOnCard(cop, goes) };
  },
});

export const callOffClosing = command({
  name: 'closing call-off',
  summary: 'Not close a CoP after all',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run(scope) {
    const { tx, network, subject, after } = scope;
    const { cop } = subject;
    const closing = await closings.of(tx, network, cop.id);
    if (!underWay(closing)) return { say: notClosing(cop) };
    await closings.save(tx, { ...closing, state: 'called-off', waitsFor: undefined });
    await closesOn(scope, cop, undefined);
    after(lane.workspace(cop.workspace), reviseCopies(cop, 'closing-waits', { kind: 'cop', id: cop.id }, scope.on));
    return { say: calledOffCard(cop) };
  },
});

/** What becomes of its space; deleted only where that was said twice. */
export const chooseSpaceEnd = command({
  name: 'closing space',
  summary: 'Choose what becomes of the space of a CoP that is to be closed',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async run({ tx, network, subject: { cop }, options, after }) {
    const closing = await closings.of(tx, network, cop.id);
    if (!underWay(closing)) return { say: notClosing(cop) };
    const chosen = { ...closing, space: options.space === 'deleted' ? ('deleted' as const) : ('archived' as const) };
    await closings.save(tx, chosen);
    after(lane.cop(cop.id), reviseCopies(cop, 'cop-closing', { kind: 'cop', id: cop.id }));
    return { say: closesCard(cop, chosen, false) };
  },
});
