/**
 * Who waits for what: every answer of a platform is held until nothing goes on without one, then all that wait are let go together. What
 * is asked between two such moments is one round trip, however fast this machine is.
 */
import type { Playground } from '../playground/driver.ts';

interface Call {
  /** From 1 on. */
  readonly round: number;
  readonly name: string;
  /** As JSON. */
  readonly request: string;
}

/** Turns of the loop, and milliseconds, without anything heard: what goes over this machine's loopback is through by then. */
const still = { turns: 25, ms: 25 };
const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

/** `over`: whether it has come to its end, once nothing is on its way any more. */
export async function roundTrips(
  playground: Playground,
  begin: () => Promise<unknown>,
  over: () => Promise<boolean> = async () => true,
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const held: (() => void)[] = [];
  let round = 1;
  let heard = 0;
  const off = playground.watch((moment, { name, request }) => {
    heard++;
    if (moment === 'before') return;
    calls.push({ round, name, request: JSON.stringify(request) ?? '' });
    return new Promise<void>(letGo => held.push(letGo));
  });
  const offChange = playground.onChange(() => {
    heard++;
  });

  async function quiet(): Promise<void> {
    let [before, turns, since] = [heard, 0, performance.now()];
    while (turns < still.turns || performance.now() - since < still.ms) {
      await turn();
      turns++;
      if (heard !== before) [before, turns, since] = [heard, 0, performance.now()];
    }
  }

  let failed: unknown;
  const begun = begin().catch((error: unknown) => {
    failed = error;
  });
  for (;;) {
    await quiet();
    if (failed) throw failed;
    if (held.length === 0 && (await over())) break;
    if (held.length > 0) round++;
    for (const letGo of held.splice(0)) letGo();
  }
  off();
  offChange();
  await begun;
  return calls;
}

/** In which round it is asked first; none, where it never is. */
export const roundOf = (calls: readonly Call[], name: RegExp, request = /./): number | undefined =>
  calls.find(call => name.test(call.name) && request.test(call.request))?.round;

export const lastRound = (calls: readonly Call[]): number => Math.max(0, ...calls.map(call => call.round));

/** A line a round. */
export function chain(calls: readonly Call[]): readonly string[] {
  const rounds = [...new Set(calls.map(call => call.round))];
  return rounds.map(round => {
    const names = calls.filter(call => call.round === round).map(call => call.name);
    const counted = [...new Set(names)].map(name => {
      const many = names.filter(one => one === name).length;
      return many === 1 ? name : `${many}× ${name}`;
    });
    return `${round}. ${counted.join(' · ')}`;
  });
}
