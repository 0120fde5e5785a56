/** A CoP meets: called, answered, over; on the wire, in everybody's own words. */
import { afterEach, describe, expect, it } from 'vitest';
import { goesOn, movableClock } from '../support/clock.ts';
import { afternoonIn, letsIn, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = { in: 'cop-wound-care' } as const;
const dm = { in: 'direct message' } as const;

describe.each(platformNames)('on %s', platform => {
  it('is called with a date that is shown back, has one card that everybody answers on, and ends by itself', {
    timeout: 60_000,
  }, async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await letsIn(amira, ben);
    await it_.settled();
    const at = afternoonIn(clock.now(), 3);

    await ben.types('/cop meet', space);
    const form = await ben.form();
    expect(form.fields.map(field => [field.label.replace(/, in [^?]+/, ''), field.kind])).toEqual([
      ['What about?', 'words'],
      ['How?', 'choice'],
      ['When?', platform === 'slack' ? 'moment' : 'words'],
      ['How long?', 'choice'],
      ['Where? (optional)', 'words'],
    ]);
    const given = { 'What about?': 'What would we do with this heel?', 'How?': 'One real problem' };
    await ben.submits({ ...given, ...whenIn(form, at) });
    await ben.sees(/What would we do with this heel\?.*60 minutes.*Is it right\?/s);
    expect(amira.seesNow(/this heel/, space)).toEqual([]);
    await ben.presses('Yes, call it');
    const card = await amira.sees(/What would we do with this heel\?.*60 minutes.*Nobody has said yet/s, space);
    expect(card.buttons.map(button => button.label)).toEqual(
      expect.arrayContaining(['Agenda', "I'll come", 'Not this time', 'Bring a question…']),
    );

    await amira.presses("I'll come", space);
    await amira.sees(/You're coming to What would we do with this heel\?\s+\S/);
    await ben.sees(/Coming: Amira Haddad/, space);
    await ben.presses('Not this time', space);
    await ben.sees(/Noted: not this time/);
    await ben.presses('Bring a question…', space);
    await ben.form();
    await ben.submits({ 'What would you like to talk about?': 'Does an air cushion help?' });
    await amira.sees(/Questions people bring.*Ben Okafor: “Does an air cushion help\?”/s, space);
    await amira.presses('Agenda', space);
    await amira.sees(/Think aloud/);
    await amira.presses('Take a part…', space);
    await amira.sees(/Parts for this meeting.*Write it up/s);
    await amira.presses("I'll keep time");
    await amira.sees(/It's yours: Keep time.*Taken by you/s);
    await ben.sees(/Keeps time: Amira Haddad/, space);
    await ben.presses('Take a part…', space);
    await ben.presses("I'll write it up");
    await ben.sees(/You said “not this time”/);
    await ben.presses("I'll come after all, and do it");
    await amira.sees(/Coming: Amira Haddad and Ben Okafor.*Writes it up: Ben Okafor/s, space);
    await ben.presses('Give it back');
    await ben.presses('Not this time', space);
    await amira.sees(/Coming: Amira Haddad(?! and).*Keeps time: Amira Haddad(?!.*Writes it up)/s, space);
    await ben.presses('Add to my calendar', space);
    await ben.sees(/is on its way to you, as a file by direct message/);
    const sent = await ben.sees(/for your calendar: open the file/, { in: 'direct message' });
    const [file] = sent.files ?? [];
    expect(file?.name).toBe('meeting.ics');
    const body = Buffer.from(it_.playground.file(ben.id, file?.id ?? '')?.body ?? []).toString();
    expect(body).toMatch(/^METHOD:PUBLISH\r$/m);
    expect(body).toContain(`SUMMARY:Wound Care: What would we do with this heel?`);
    expect(body).toMatch(/^LOCATION:#cop-wound-care\r$/m);
    await amira.types('/cop meetings', space);
    await amira.sees(/When Wound Care meets.*this heel.*One person is coming/s);
    await it_.settled();
    expect(amira.seesNow(/Nobody has said yet|Ben Okafor.*come/, space)).toEqual([]);

    clock.passes(at + 2 * 3600_000 - clock.now());
    await amira.sees(/We met on/, space);
    await it_.settled();
    expect(amira.seesNow(/^What would we do with this heel/, space)).toHaveLength(1);

    goesOn(1, clock);
    await amira.sees(/Enjoyed it\?.*keeping time at What would we do with this heel.*Agenda Activist/s, dm);
    await amira.presses('Carry it for three months', dm);
    await amira.sees(/You carry Agenda Activist in Wound Care until/);
    await it_.settled();
    expect(ben.seesNow(/Enjoyed it/, dm)).toEqual([]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
