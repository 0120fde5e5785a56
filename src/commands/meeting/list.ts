import { pageFrom, pageRead } from '../../domain/page.ts';
import { meetingsCard, most } from '../../messages/meetings.ts';
import * as gatherings from '../../store/gatherings.ts';
import * as meetings from '../../store/meetings.ts';
import * as posts from '../../store/posts.ts';
import { command } from '../command.ts';
import { ownCops } from '../cop/own.ts';

export const listMeetings = command({
  name: 'meeting list',
  summary: 'When your CoP meets next, and who is coming; call a meeting',
  options: { cop: { kind: 'cop', summary: 'Which CoP, if you are in several', suggests: true } },
  about: 'cop',
  may: ['member'],
  in: 'an open CoP',
  answers: 'privately',
  reads: true,

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  async run({ tx, network, subject: { cop, role }, actor, options, now }) {
    const { from, found } = await pageRead(pageFrom(options.from), from =>
      meetings.toCome(tx, network, cop.id, most.shown + 1, from),
    );
    const shown = found.slice(0, most.shown);
    const sizes = await gatherings.sizes(
      tx,
      network,
      shown.map(one => one.id),
      actor.id,
    );
    const standing = await posts.arrived(
      tx,
      network,
      'meeting',
      shown.map(one => one.id),
    );
    return {
      say: meetingsCard({
        cop,
        facilitates: role === 'facilitator',
        calledBy: await meetings.calledBy(tx, network, cop.id),
        toCome: shown.map(meeting => ({
          meeting,
          coming: sizes.get(meeting.id) ?? { many: 0, isComing: false },
          stands: standing.has(meeting.id),
        })),
        onFrom: found.length > most.shown ? from + most.shown : undefined,
        held: from === 0 ? await meetings.held(tx, network, cop.id, most.held) : [],
        now,
      }),
    };
  },
});
