/** A meeting is over: who facilitates is asked once, a member writes it up, everybody reads it, and what was promised is done; on the wire. */
import { afterEach, describe, expect, it } from 'vitest';
import { goesOn, movableClock } from '../support/clock.ts';
import { afternoonIn, letsIn, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const space = { in: 'cop-wound-care' } as const;
const direct = { in: 'direct message' } as const;
const promised = 'What did we promise? (optional)';

describe.each(platformNames)('on %s', platform => {
  it('is written up into the library and the space, revised there, and leaves what is next', {
    timeout: 90_000,
  }, async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await letsIn(amira, ben);
    await it_.settled();
    const at = afternoonIn(clock.now(), 3);
    await ben.types('/cop meet', space);
    await ben.submits({ 'What about?': 'What would we do with this heel?', ...whenIn(await ben.form(), at) });
    await ben.presses('Yes, call it');
    await amira.sees(/What would we do with this heel\?.*60 minutes/s, space);
    await ben.types('/cop next', space);
    await ben.sees(/Nothing is open\. What you promise each other/);

    clock.passes(at + 2 * 3600_000 - clock.now());
    const over = await amira.sees(/We met on/, space);
    expect(over.buttons.map(button => button.label)).toContain('Write it up…');
    goesOn(3, clock);
    await amira.sees(/Would you, or somebody else, write up What would we do with this heel/, direct);

    await amira.presses('Write it up…', direct);
    const form = await amira.form();
    const next = form.fields[2]?.label as string;
    expect(form.fields.map(field => [field.label, field.kind])).toEqual([
      ['What did we learn?', 'long-words'],
      [promised, 'long-words'],
      [next, platform === 'slack' ? 'moment' : 'words'],
    ]);
    expect(next).toMatch(platform === 'slack' ? /^When do we meet next\?/ : /^When next, in .+\?/);
    await amira.closesForm();

    await ben.presses('Write it up…', space);
    const nextTime = whenIn(await ben.form(), at + 14 * day);
    await ben.submits({
      'What did we learn?': 'Offload *early*.\n<!channel> @everyone looks at the socks.',
      [promised]: `- <@${ben.id}> brings an air cushion\n@Amira asks the ward\n@Carla says hello`,
      ...nextTime,
    });
    await ben.sees(/Written up: the notes of What would we do.*this is the next one.*Is it right\?/s);
    const notes = await amira.sees(
      /Notes: What would we do with this heel\?.*Offload \*early\*\.\n.*<!channel> @everyone looks at the socks\..*What we promised\n• Ben Okafor: brings an air cushion\n• Amira Haddad: asks the ward\n• @Carla says hello.*Written by Ben Okafor/s,
      space,
    );
    await amira.sees(/We met on.*Ben Okafor has written it up/s, space);
    await amira.sees(/this heel\?\s+Ben Okafor has written it up/, direct);
    await it_.settled();

    await amira.types('/cop docs find socks', space);
    await amira.sees(/What would we do with this heel\?\n?.*Notes, shared by/s);
    await amira.presses('More…', { with: /Notes, shared by/ });
    await amira.sees(/Kind:? ?\n?Notes/);
    await amira.presses('Pin', { with: /Looked after by/ });
    await it_.settled();
    expect((await amira.pinsOf(space.in)).map(one => one.id)).toContain(notes.id);
    await amira.presses('Read the notes', space);
    await amira.sees(/Offload.*What we promised/s);
    await amira.presses('Revise them…', { with: /What we promised/ });
    const again = await amira.form();
    expect(again.fields.map(field => field.value)).toEqual([
      'Offload *early*.\n<!channel> @everyone looks at the socks.',
      '@Ben Okafor brings an air cushion\n@Amira Haddad asks the ward\n@Carla says hello',
    ]);
    await amira.submits({ 'What did we learn?': 'Offload early, and look at the socks.' });
    await amira.sees(/Saved\. The notes of/);
    await amira.sees(/Offload early, and look at the socks/, { ...space, message: notes.id });
    await it_.settled();
    expect(ben.seesNow(/^Notes: What would we do with this heel/, space)).toHaveLength(1);

    await ben.uses('Save to the library', notes);
    await ben.sees(/What would we do with this heel\? is in the library of Wound Care already/);
    await ben.types('/cop next', space);
    await ben.sees(/What is next in Wound Care.*Ben Okafor: brings an air cushion.*Amira Haddad: asks the ward/s);
    await ben.presses('Done');
    await ben.sees(/Done: “brings an air cushion”\. Thank you/);
    await ben.presses('Not yet after all');
    await ben.sees(/It's open again/);

    await ben.types(platform === 'slack' ? '/cop leave' : '/cop me leave', space);
    await ben.presses('Leave', { with: /Leave Wound Care\?/ });
    await ben.sees(/You've left Wound Care/);
    await amira.sees(/What we promised\n• Amira Haddad: asks the ward/, { ...space, message: notes.id });
    await it_.settled();

    await amira.types('/cop docs list', space);
    await amira.presses('More…', { with: /Notes, shared by/ });
    await amira.presses('Remove from the library', { with: /Looked after by/ });
    await amira.presses('Remove it', {
      with: /Their card in the space says so then, and for a day you can have them back/,
    });
    await amira.sees(/These notes are not in the library of Wound Care any more/, { ...space, message: notes.id });
    await amira.presses('Put it back in the library');
    await amira.sees(/Offload early, and look at the socks/, { ...space, message: notes.id });
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
