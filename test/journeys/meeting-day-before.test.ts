/** The day before a meeting, on the wire: what is new is told privately to who comes, a writer is sought below its card, and somebody is found. */
import { afterEach, describe, expect, it } from 'vitest';
import { coming, movableClock } from '../support/clock.ts';
import { letsIn, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const hour = 3600_000;
const day = 24 * hour;
const space = { in: 'cop-wound-care' } as const;
const dm = { in: 'direct message' } as const;

describe.each(platformNames)('on %s', platform => {
  it('who comes hears what others have brought since, and one press answers who writes it up', {
    timeout: 90_000,
  }, async () => {
    const clock = movableClock(coming(1, 10));
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await letsIn(amira, ben);
    await it_.settled();

    const at = clock.now() + 3 * day + hour; // Thursday
    await ben.types('/cop meet', space);
    const when = whenIn(await ben.form(), at);
    await ben.submits({ 'What about?': 'Mr Kay’s heel?', 'How?': 'One real problem', ...when });
    await ben.presses('Yes, call it', { with: /Mr Kay/ });
    await amira.sees(/Mr Kay.*Nobody has said yet/s, space);
    for (const who of [amira, ben]) await who.presses("I'll come", space);
    await amira.sees(/Coming: .*Ben Okafor/, space);
    clock.passes(hour);
    await ben.presses('Bring a question…', space);
    await ben.form();
    await ben.submits({ 'What would you like to talk about?': 'Does an air cushion help?' });
    await amira.sees(/Ben Okafor: “Does an air cushion help\?”/, space);
    await it_.settled();
    expect(amira.seesNow(/Before you meet/, dm)).toEqual([]);

    clock.passes(2 * day + 2 * hour); // Wednesday, one o'clock
    await amira.sees(
      /Before you meet.*Mr Kay’s heel\?, and something is new.*Ben Okafor: “Does an air cushion help\?”/s,
      dm,
    );
    const thread = platform === 'slack' ? space.in : 'One real problem';
    await amira.sees(/Nobody has offered to write up Mr Kay’s heel\? yet.*Amira Haddad and .*Ben Okafor/s, {
      in: thread,
    });
    await it_.settled();
    expect(ben.seesNow(/Before you meet/, dm)).toEqual([]); // it was his own
    await ben.presses("I'll write it up", { in: thread });
    await ben.sees(/It's yours: Write it up/);
    await amira.sees(/Writes it up: Ben Okafor/, space);
    await amira.sees(/^Writes it up: Ben Okafor$/, { in: thread });
    await it_.settled();

    await ben.types(platform === 'slack' ? '/cop forget-me' : '/cop me forget', { in: 'general' });
    await ben.presses('Forget me', { with: /Forget you\?/ });
    await ben.sees(/nothing is held about you any more/);
    await it_.settled();
    for (const where of [space, dm, { in: thread }])
      expect(amira.seesNow(/air cushion|heel|Writes it up/, where).filter(one => !one.onlyYou)).toEqual([]);
    await amira.sees(/Meeting of Wound Care.*Coming: Amira Haddad/s, space);
    await amira.sees(/^Meeting of Wound Care\n/, dm);
    await amira.sees(/Nobody has offered to write up Meeting of Wound Care yet/, { in: thread });
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
