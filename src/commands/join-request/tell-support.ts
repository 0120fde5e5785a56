import { lane } from '../../domain/effect.ts';
import * as reminders from '../../store/reminders.ts';
import { consequence } from '../command.ts';
import { postToSupport } from '../effects.ts';

export const tellSupportOfRequest = consequence({
  name: 'join-request tell-support',
  summary: 'The Support Team hears of a request to join that nobody has answered',
  about: 'join-request',
  evenAtRest: true,

  async run({ tx, network, subject: { request, cop }, settings, hours, now, after }) {
    if (request.state !== 'pending' || cop.state !== 'open' || settings.supportChannel === undefined || !hours) return;
    const row = { reader: 'support', step: 'last', day: hours.dayOf(now) } as const;
    if (await reminders.add(tx, network, request.id, row, now))
      after(
        lane.workspace(cop.workspace),
        postToSupport(cop, 'join-request-waiting', { kind: 'join-request', id: request.id }),
      );
  },
});
