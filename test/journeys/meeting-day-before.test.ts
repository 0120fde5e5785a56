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

  it('moved after that, says to nobody that they are coming who isn’t, and to nobody who has left where it is', async () => {
    const clock = movableClock(coming(1, 10));
    it_ = await stage(platform, { clock });
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira);
    for (const who of [ben, dev]) await letsIn(amira, who);
    const at = clock.now() + 3 * day + hour;
    await amira.types('/cop meet', space);
    await amira.submits({ 'What about?': 'Mr Kay’s heel?', ...whenIn(await amira.form(), at) });
    await amira.presses('Yes, call it', { with: /Mr Kay/ });
    for (const who of [ben, dev]) await who.presses("I'll come", { ...space, with: /Mr Kay/ });
    await amira.sees(/Coming: .*Dev Patel/, space);
    clock.passes(hour);
    const moves = async (place: string) => {
      await amira.chooses(platform === 'discord' ? 'More…' : '', 'Move it…', space);
      await amira.submits({ ...whenIn(await amira.form(), at), 'Where? (optional)': place });
      await amira.sees(new RegExp(`at ${place}.*is told|at ${place}.*are told|at ${place}.*had to be told`, 's'));
      await it_.settled();
    };
    await moves('Room 4');
    clock.passes(2 * day + 2 * hour);
    await ben.sees(/Before you meet.*It has changed: .*at Room 4/s, dm);
    clock.passes(16 * hour); // where Dev is it was evening already
    await dev.sees(/Before you meet.*It has changed: .*at Room 4/s, dm);
    await ben.presses("I can't come after all", { ...dm, with: /Before you meet/ });
    await amira.sees(/Coming: Dev Patel/, space);
    await dev.types(platform === 'slack' ? '/cop leave' : '/cop me leave', space);
    await dev.presses('Leave', { with: /Leave Wound Care/ });
    await amira.sees(/Nobody has said yet/, space);
    await moves('Room 5');
    await ben.sees(/^Mr Kay’s heel\?.*at Room 5/s, dm);
    expect(ben.seesNow(/You're coming/, dm)).toEqual([]);
    expect(dev.seesNow(/Room 5/, dm)).toEqual([]);
  });
});
