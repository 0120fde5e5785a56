import { lane } from '../../domain/effect.ts';
import { isResting, resting, restsUntil } from '../../domain/rest.ts';
import { awakeAlready, changeRestForm, restForm, restsCard, unfitDays } from '../../messages/rest.ts';
import * as clocks from '../../store/clocks.ts';
import * as cops from '../../store/cops.ts';
import * as meetings from '../../store/meetings.ts';
import { command, type ReadScope, type Scope, type Subjects } from '../command.ts';
import { post, reviseCopies } from '../effects.ts';
import { ownCops } from './own.ts';

/** No prompts, no reminders but of requests, until a day or until somebody wakes it; said once more, it is for another time. */
export const restCop = command({
  name: 'cop rest',
  summary: 'Let your CoP rest for a while: no prompts, no reminders but of requests',
  options: {
    until: { kind: 'words', summary: 'Until when, such as 1 September or six weeks' },
    cop: { kind: 'cop', summary: 'Which CoP, if you facilitate several', suggests: true },
  },
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',
  asksUnless: 'until',

  async form(scope) {
    return restForm(scope.subject.cop, before(scope));
  },

  async suggest(scope, _option, typed) {
    return ownCops(scope, typed);
  },

  run: scope => rested(scope, restForm),
});

/** Pressed on the card that says until when: that card says so then, and no other. */
export const changeRest = command({
  name: 'cop change-rest',
  summary: 'Let your CoP rest until another day',
  typedAs: 'cop rest',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'on-the-card',

  async form(scope) {
    const { cop } = scope.subject;
    return isResting(cop) ? changeRestForm(cop, before(scope)) : { sections: awakeAlready(cop) };
  },

  async run(scope) {
    const { cop } = scope.subject;
    return isResting(cop) ? rested(scope, changeRestForm) : { say: awakeAlready(cop) };
  },
});

const before = ({ subject: { cop }, options, calendar }: ReadScope<Subjects['cop'], 'until'>): string | undefined =>
  options.until ?? (cop.restingUntil === undefined ? undefined : calendar.dayOf(cop.restingUntil));

async function rested<F>(
  { tx, subject: { cop }, options, calendar, now, after }: Scope<Subjects['cop'], 'until'>,
  asks: (...given: Parameters<typeof restForm>) => F,
) {
  const { until: said } = options;
  const until = said ? restsUntil(calendar.morningOf(said, now), now) : undefined;
  if (typeof until === 'string') return { mend: asks(cop, said, unfitDays[until]) };

  const rests = resting(cop, now, until);
  const about = { kind: 'cop', id: cop.id } as const;
  await cops.save(tx, rests);
  if (until === undefined) await clocks.stop(tx, cop.networkId, about, 'rest');
  else
    await clocks.set(tx, cop, {
      about,
      step: 'rest',
      dueAt: until,
      does: { command: 'cop rest-over', options: { cop: cop.id } },
    });
  after(
    lane.cop(cop.id),
    isResting(cop) ? reviseCopies(rests, 'cop-rests', about) : post(rests, 'cop-rests', 'space', about),
  );
  after(lane.workspace(cop.workspace), reviseCopies(rests, 'cop-invitation', about));
  const planned = (await meetings.toCome(tx, cop.networkId, cop.id, 2)).map(one => one.startsAt ?? 0);
  const meets = planned.find(at => at > now && at < (until ?? Infinity)); // one may be under way
  return { say: restsCard(rests, meets) };
}
