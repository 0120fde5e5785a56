import type { Cop } from '../../domain/cop.ts';
import type { PersonId } from '../../domain/ids.ts';
import type { JoinRequest } from '../../domain/join-request.ts';
import { stepAt } from '../../domain/reminder.ts';
import * as clocks from '../../store/clocks.ts';
import type { Tx } from '../../store/engine.ts';
import * as facilitating from '../../store/facilitating.ts';
import * as reminders from '../../store/reminders.ts';
import { consequence } from '../command.ts';

/** From then on it is looked at whether anybody is to be reminded of it. */
export const waitFrom = (tx: Tx, cop: Pick<Cop, 'id' | 'networkId'>, { id }: Pick<JoinRequest, 'id'>, dueAt: number) =>
  clocks.set(tx, cop, {
    about: { kind: 'join-request', id },
    step: 'waits',
    dueAt,
    does: { command: 'join-request waits', options: { request: id } },
  });

/** Each of them in their own hours. */
export const remindSoon = (
  tx: Tx,
  cop: Pick<Cop, 'id' | 'networkId'>,
  { id }: Pick<JoinRequest, 'id'>,
  reader: PersonId,
  dueAt: number,
) =>
  clocks.set(tx, cop, {
    about: { kind: 'join-request', id },
    step: `remind ${reader}`,
    dueAt,
    does: { command: 'join-request remind', options: { request: id, reader } },
    minding: reader,
  });

export const requestWaits = consequence({
  name: 'join-request waits',
  summary: 'A request to join has waited for days',
  about: 'join-request',
  evenAtRest: true,

  async run({ tx, network, subject: { request, cop }, settings, now }) {
    const clock = await reminders.clockOf(tx, network, request.id);
    if (request.state !== 'pending' || cop.state !== 'open' || !clock) return;
    const { step, nextAt } = stepAt(clock, now);
    if (nextAt !== undefined) await waitFrom(tx, cop, request, nextAt);
    if (!step) return;
    if (step === 'last' && settings.supportChannel !== undefined)
      await clocks.set(tx, cop, {
        about: { kind: 'join-request', id: request.id },
        step: 'tell-support',
        dueAt: now,
        does: { command: 'join-request tell-support', options: { request: request.id } },
        minding: 'workspace',
      });
    for (const { id } of await facilitating.ofCop(tx, network, cop.id, cop.workspace))
      await remindSoon(tx, cop, request, id, now);
  },
});
