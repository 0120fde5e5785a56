import { type Closing, closesFrom, wasToldLate } from '../../domain/closing.ts';
import { type Cop, closed } from '../../domain/cop.ts';
import { lane } from '../../domain/effect.ts';
import type { EffectId } from '../../domain/ids.ts';
import * as announcements from '../../store/announcements.ts';
import * as closings from '../../store/closings.ts';
import * as facilitating from '../../store/facilitating.ts';
import { consequence, type Scope } from '../command.ts';
import { close } from '../cop/close.ts';
import { archiveSpace, post, reviseCopies, sendHarvest } from '../effects.ts';
import { ofMeeting, saidBeforeFollows, saidBelow } from '../meeting/card.ts';
import { closesOn } from './closes-on.ts';

/**
 * The day has come, and nobody asked to wait. It is closed in the store first: that its channel is archived then is no news. What it
 * leaves behind is the last message there.
 */
export const closingDue = consequence({
  name: 'closing due',
  summary: 'The day has come on which a CoP was to be closed',
  about: 'cop',
  evenAtRest: true,

  async run(scope) {
    const { tx, network, now, after } = scope;
    const { cop } = scope.subject;
    const closing = await closings.of(tx, network, cop.id);
    if (cop.state !== 'open' || closing?.state !== 'announced' || (cop.closesAt ?? now + 1) > now) return;
    const said = await announcements.ofClosing(tx, network, cop.id, closing.askedAt);
    const isLate = said.stoodFrom === undefined ? said.trouble !== undefined : wasToldLate(said.stoodFrom, now);
    if (isLate) return aWeekLater(scope, cop, closing, said);
    const facilitators = await facilitating.ofCop(tx, network, cop.id, cop.workspace);
    const readers = new Set([
      ...facilitators.map(one => one.id),
      ...(await closings.wishing(tx, network, cop.id, 'wants_harvest')),
    ]);
    await closings.save(tx, { ...closing, state: 'closed' });
    const ended = await close(scope, cop);

    const over = closed(cop, now);
    after(lane.cop(cop.id), reviseCopies(over, 'cop-closing', { kind: 'cop', id: cop.id }));
    after(lane.workspace(cop.workspace), reviseCopies(over, 'closing-waits', { kind: 'cop', id: cop.id }));
    const told = after(lane.cop(cop.id), sendHarvest(over, 'space'));
    const cards: EffectId[] = [];
    for (const one of ended) {
      cards.push(after(ofMeeting(one), reviseCopies(over, 'meeting', { kind: 'meeting', id: one.id })));
      cards.push(...(await saidBeforeFollows(scope, over, one, saidBelow)));
    }
    after(lane.cop(cop.id), archiveSpace(over, closing.space === 'deleted' ? 'deleted' : 'archived'), {
      follows: [told, ...cards],
      onFailure: { command: 'closing not-archived', options: { cop: cop.id } },
    });
    for (const reader of readers) after(lane.person(reader), sendHarvest(over, reader));
  },
});

/** Its members could not be told, and so not ask to wait either: a week from when they can read it. */
async function aWeekLater(
  { tx, now, after }: Pick<Scope<unknown>, 'tx' | 'now' | 'after'>,
  cop: Cop,
  closing: Closing,
  { stoodFrom, trouble }: announcements.Announcements,
): Promise<void> {
  const dueAt = closesFrom(stoodFrom ?? now);
  await closings.save(tx, { ...closing, dueAt });
  const closes = await closesOn({ tx, after }, cop, dueAt);
  if (stoodFrom === undefined && trouble === 'never')
    after(lane.cop(cop.id), post(closes, 'cop-closing', 'space', { kind: 'cop', id: cop.id }));
}

export const notArchived = consequence({
  name: 'closing not-archived',
  summary: 'The space of a CoP that is closed could not be archived',
  about: 'cop',

  async run({ tx, network, subject: { cop }, after }) {
    if (cop.state !== 'closed') return;
    await closings.spaceLeft(tx, network, cop.id);
    for (const { id } of await facilitating.ofCop(tx, network, cop.id, cop.workspace))
      after(lane.person(id), post(cop, 'not-archived', id, { kind: 'cop', id: cop.id }));
  },
});
