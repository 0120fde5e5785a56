/** A CoP rests over the summer, over the wire. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const space = { in: 'cop-wound-care' } as const;
const dm = { in: 'direct message' } as const;
const inDays = (days: number, now: number) => new Date(now + days * day).toISOString().slice(0, 10);

describe.each(platformNames)('on %s', platform => {
  it('rests until a day: said to whom it concerns, requests come all the same, and it wakes by itself or before', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();

    await amira.types('/cop tend rest', space);
    const [until] = (await amira.form()).fields;
    expect(until?.hint).toMatch(platform === 'slack' ? /^Leave it out/ : /^“1 September” or “six weeks”/); // typed there
    await amira.closesForm();
    await amira.types(platform === 'slack' ? '/cop tend rest whenever' : '/cop tend rest until: whenever', space);
    await amira.sees(/can't tell which day that is/);
    if (platform === 'discord') await amira.presses('Open the form again');
    else await amira.types('/cop tend rest', space);
    const asked = await amira.form();
    expect(asked.fields.map(field => [field.label, field.kind])).toEqual([
      ['Until when? (optional)', platform === 'slack' ? 'date' : 'words'],
    ]);
    await amira.submits({ 'Until when? (optional)': inDays(60, clock.now()) });
    await amira.sees(/Wound Care rests until .*wakes by itself/s);
    await amira.sees(/Wound Care rests until .*no prompts and no reminders/s, space);
    await amira.presses('Another date…');
    await amira.form();
    await amira.submits({ 'Until when? (optional)': inDays(59, clock.now()) });
    const own = () => amira.seesNow(/Wound Care rests until .*wakes by itself/s);
    await it_.playground.until(async () => own().length === 1, 'one card of hers alone, with the one date that holds');

    await ben.types('/cop find wound', { in: 'general' });
    await ben.sees(/Wound Care.*Resting until .*you can still ask to join/s);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join Wound Care/, dm);

    clock.passes(62 * day);
    await amira.sees(/Wound Care is awake again\. What would you like/, space);
    await amira.sees(/rested for a while, and is awake again/, space);
    await it_.settled();

    await amira.types(platform === 'slack' ? '/cop rest six weeks' : '/cop tend rest until: six weeks', space);
    await amira.sees(/Wound Care rests until .*wakes by itself/s);
    await amira.presses('Wake it up', { with: /wakes by itself/ });
    await amira.sees(/Wound Care is awake again, and .* knows/);
    await it_.playground.until(async () => own().length === 1, 'the card of hers alone to be drawn anew');
    await it_.settled();
    await amira.types(platform === 'slack' ? '/cop rest six weeks' : '/cop tend rest until: six weeks', space);
    await amira.sees(/Wound Care rests until .*no prompts and no reminders/s, space);
    await amira.presses('Wake it up', { ...space, with: /no prompts/ });
    await amira.sees(/rested for a while, and is awake again/, space);
    await amira.presses('Another date…', { with: /wakes by itself/ });
    await amira.sees(/Wound Care is awake; there's nothing to wake/);
    await it_.settled();
    expect(amira.seesNow(/Wound Care rests until .*till then/, space)).toEqual([]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
