/**
 * Many start within a minute, with the platform's limits on: nobody is refused for what could be known, nobody who presses waits for it,
 * and on Slack, where it takes a while, who started reads by when all is there: no later than that, and not much earlier.
 */
import { soak } from '../../bench/soaking.ts';
import { soakDiscord } from '../../bench/soaking-discord.ts';
import { type Line, said, type Wrong } from './report.ts';

const minute = 60_000;
/** Slack opens no more than its own number of forms a minute, and whoever waits for one isn't put in line. */
const ofPeople = 'views.open';
/** Over what the limits allow at best. */
const most = 1.1;

const minutes = (ms: number) => (ms / minute).toFixed(1);

export async function throttledOnSlack(cops: number): Promise<Line> {
  const { refused, took, least, narrowest, open, failed, unanswered, answers, promised } = await soak(cops, minute, 60);
  const known = [...refused].filter(([name]) => name !== ofPeople);
  const slowest = answers.at(-1) ?? 0;
  const over = took / Math.max(least, minute);
  const untrue = promised.filter(
    ({ late, toCome }) =>
      late >= minute || // as exact as it is told
      -late > toCome / 2 + minute,
  );
  const wrong: Wrong[] = [
    ...known.map(([name, many]) => ({ what: `${name} was refused`, differs: [`${many} times: 429`] })),
    ...(slowest > 0 ? [{ what: 'a press waited behind work', differs: [`${slowest} ms`] }] : []),
    ...(over > most
      ? [{ what: 'it took too long', differs: [`${Math.round(100 * over)} % of what ${narrowest} allows`] }]
      : []),
    ...untrue.map(({ late, toCome }) => ({
      what: 'it was not there when whoever started it had read that it would be',
      differs: [`in ${minutes(toCome)} min, it said; there ${minutes(late)} min later than that`],
    })),
    ...(promised.length === 0 ? [{ what: 'nobody read how long it takes', differs: ['in no window'] }] : []),
    ...(open < cops ? [{ what: 'not all are open', differs: [`${open} of ${cops}`, ...failed, ...unanswered] }] : []),
  ];
  return {
    what: 'started within a minute, Slack’s limits on',
    there: cops,
    run: cops,
    wrong: wrong.map(said),
    besides: `done after ${minutes(took)} min (${narrowest} allows ${minutes(least)}); 429: ${known.length}, and ${refused.get(ofPeople) ?? 0} for forms past 100 a minute; first answers meanwhile at once: ${answers.filter(one => one === 0).length} of ${answers.length}; by when all is there, said to ${promised.length} a minute later, and so: ${promised.length - untrue.length}`,
  };
}

/** Of a hundred first answers, as long as all but one of them took. */
const p99 = (sorted: readonly number[]): number => sorted[Math.floor(0.99 * (sorted.length - 1))] ?? 0;

/** Two hundred a minute, in real time: how long all of it took is held to only on a machine that does nothing else. How long an answer took is told alone: the playground answers in the same process, and is what it waits for. */
export async function throttledOnDiscord(cops: number, alone: boolean): Promise<Line> {
  const within = (cops * minute) / 200;
  const soaked = await soakDiscord(cops, within, 100);
  const { refused, counted, took, least, narrowest, open, failed, unanswered, idle, meanwhile } = soaked;
  const over = took / Math.max(least, within);
  const slower = p99(meanwhile) / p99(idle);
  const wrong: Wrong[] = [
    ...[...refused].map(([name, many]) => ({ what: `${name} was refused`, differs: [`${many} times: 429`] })),
    ...(alone && over > most
      ? [{ what: 'it took too long', differs: [`${Math.round(100 * over)} % of what ${narrowest} allows`] }]
      : []),
    ...(open < cops ? [{ what: 'not all are open', differs: [`${open} of ${cops}`, ...failed, ...unanswered] }] : []),
  ];
  return {
    what: 'two hundred a minute are started, Discord’s limits on',
    there: cops,
    run: cops,
    wrong: wrong.map(said),
    besides: `done after ${minutes(took)} min (${counted} calls; ${narrowest} allows ${minutes(least)}); 429: ${refused.size}; p99 of ${meanwhile.length} first answers meanwhile ${slower.toFixed(1)} times that before`,
  };
}
