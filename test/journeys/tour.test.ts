/** The tour of the playground: each of its steps goes on by what it asks for, not by what the bot says of the step before. */
import { afterEach, expect, it } from 'vitest';
import { countedFor } from '../../playground/page/look.ts';
import { steps } from '../../playground/page/tour.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

it.each(platformNames)(
  'on %s goes on by what a step asks for alone',
  async platform => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    const counted = (step: number) => countedFor(it_.playground as never, step);
    const acts = [
      () => startCop(amira),
      () => askIn(ben),
      () => amira.presses('Approve', { in: 'direct message' }),
      async () => ben.pins(await ben.posts('cop-wound-care', steps[3]?.types ?? '')),
      () => ben.types('/cop docs find ulcers', { in: 'cop-wound-care' }),
    ];
    for (const [step, act] of acts.entries()) {
      const before = acts.map((_, at) => counted(at));
      await act();
      await it_.playground.until(async () => counted(step) > (before[step] ?? 0), `step ${step + 1} to be done`);
      await it_.settled();
      const later = acts.map((_, at) => at).filter(at => at > step);
      expect(later.map(counted)).toEqual(later.map(at => before[at]));
    }
  },
  30_000,
);
