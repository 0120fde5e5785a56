import { lane } from '../../domain/effect.ts';
import * as posts from '../../store/posts.ts';
import * as reminders from '../../store/reminders.ts';
import * as unreached from '../../store/unreached.ts';
import { consequence } from '../command.ts';
import { post, postToSupport, reviseCopies } from '../effects.ts';

/** It counts as not had. Where no other facilitator was reached either, the Support Team hears of it at once, if it can, and then who asked is told how it stands. */
export const requestNotHad = consequence({
  name: 'join-request not-had',
  summary: 'A facilitator could not be told of a request to join',
  about: 'join-request',

  async run({ tx, network, subject: { request, cop }, options, settings, now, after }) {
    if (request.state !== 'pending' || cop.state !== 'open') return;
    const reader = options.reader;
    await unreached.add(tx, network, request.id, reader, now);
    if (options.step) await reminders.takeBack(tx, network, request.id, reader, options.step);
    if (!(await unreached.isNobodys(tx, network, cop.id, request.id))) return;

    const about = { kind: 'join-request', id: request.id } as const;
    const day = new Date(now).toISOString().slice(0, 10);
    const hears = settings.supportChannel !== undefined;
    const isNews =
      hears && (await reminders.add(tx, network, request.id, { reader: 'support', step: 'last', day }, now));
    const asked = isNews
      ? [after(lane.workspace(cop.workspace), postToSupport(cop, 'join-request-waiting', about))]
      : [];
    const [told] = await posts.copiesOf(tx, network, 'join-request-unreached', about);
    const says = told
      ? reviseCopies(cop, 'join-request-unreached', about)
      : post(cop, 'join-request-unreached', request.personId, about);
    after(lane.person(request.personId), says, { follows: asked }); // it says whether the Support Team knows
  },
});
