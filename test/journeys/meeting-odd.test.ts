/** A meeting called where there is nothing to meet for, at times that are none, and at places that lead nowhere: on the wire. */
import { afterEach, describe, expect, it } from 'vitest';
import { startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const space = { in: 'cop-wound-care' } as const;

describe.each(platformNames)('on %s', platform => {
  it('is answered in words, and nothing is called', { timeout: 60_000 }, async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await ben.types('/cop meet', { in: 'general' });
    await ben.sees(/You aren't in a CoP yet/);
    await startCop(amira);
    await amira.types('/cop meet', space);
    const fills = async (when: number, where: string) => {
      const time = whenIn(await amira.form(), when);
      await amira.submits({ 'What about?': 'Mr Kay’s heel?', ...time, 'Where? (optional)': where });
    };
    const now = Date.now();
    for (const [when, where, words] of [
      [now - day, 'Room 4', /That time has passed/],
      [now + 400 * day, 'Room 4', /more than a year away/],
      [now + day, 'javascript:alert(1)', /That kind of link isn’t shown/],
      [now + day, 'https://[', /doesn’t work: something in it/],
    ] as const) {
      await fills(when, where);
      if (platform === 'slack') await amira.form(open => open.fields.some(field => words.test(field.error ?? '')));
      else await amira.sees(words);
      if (platform === 'discord') await amira.presses('Open the form again', { with: words });
    }
    expect(await it_.store.db.selectFrom('meetings').selectAll().execute()).toEqual([]);
    await fills(now + day, 'Room 4');
    await amira.sees(/Mr Kay’s heel\?.*at Room 4.*Is it right\?/s);
    expect(it_.log.filter(one => 'level' in one && one.level === 'error')).toEqual([]);
  });
});
