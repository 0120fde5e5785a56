import { lane } from '../../domain/effect.ts';
import { stepAt } from '../../domain/reminder.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as reminders from '../../store/reminders.ts';
import { consequence } from '../command.ts';
import { post } from '../effects.ts';
import { remindSoon } from './waits.ts';

/** One facilitator, in their hours, and of one request a day: the next has its turn on the day after. */
export const remindOfRequest = consequence({
  name: 'join-request remind',
  summary: 'A facilitator is reminded of a request to join that waits',
  about: 'join-request',
  evenAtRest: true,

  async run({ tx, network, subject: { request, cop }, options, settings, hours, now, after }) {
    const clock = await reminders.clockOf(tx, network, request.id);
    if (request.state !== 'pending' || cop.state !== 'open' || !clock || !hours) return;
    const come = stepAt(clock, now).step;
    const step = come === 'last' && settings.supportChannel !== undefined ? 'second' : come; // then it is the Support Team's
    const facilitators = await facilitating.ofCop(tx, network, cop.id, cop.workspace);
    const reader = facilitators.find(({ id }) => id === options.reader)?.id;
    if (!step || !reader) return;
    const had = await reminders.ofRequest(tx, network, request.id);
    if (had.some(one => one.reader === reader && one.step === step)) return;
    const row = { reader, step, day: hours.dayOf(now) };
    if (await reminders.add(tx, network, request.id, row, now))
      after(lane.person(reader), post(cop, 'join-request-reminder', reader, { kind: 'join-request', id: request.id }), {
        onFailure: { command: 'join-request not-had', options: { request: request.id, reader, step } },
      });
    else await remindSoon(tx, cop, request, reader, hours.nextDay(now));
  },
});
