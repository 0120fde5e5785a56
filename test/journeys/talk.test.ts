/** A word before the answer, carried between the two by direct message and a form. */
import { afterEach, describe, expect, it } from 'vitest';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const directly = { in: 'direct message' } as const;

describe.each(platformNames)('on %s', platform => {
  it('goes to and fro between the two alone, and is gone once the request is answered', async () => {
    it_ = await stage(platform);
    const [amira, ben, carla] = [it_.person('Amira'), it_.person('Ben'), it_.person('Carla')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, directly);

    await amira.presses('Talk first', directly);
    const form = await amira.form();
    expect(form.text).toMatch(/Only the two of you read them\. They aren't kept/);
    expect(form.fields.map(field => [field.label, field.kind, field.required])).toEqual([
      ['Your words', 'long-words', true],
    ]);
    await amira.submits({ 'Your words': 'We meet on Thursdays at five.\nWould that suit you?' });
    const sent = await amira.sees(/On its way to @Ben Okafor.*Nobody is reminded of the request for three days/s);
    expect(sent.text).toMatch(/We meet on Thursdays at five/); // what she has sent
    if (amira.hasForm()) await amira.closesForm();

    const question = await ben.sees(/Amira Haddad, who facilitates Wound Care, would like a word/, directly);
    expect(question.text).toMatch(/We meet on Thursdays at five\.\s+Would that suit you\?/);
    expect(question.text).toMatch(/Only you two read this\. It isn't kept/);
    await ben.presses('Reply', directly);
    expect((await ben.form()).text).toMatch(
      /Amira Haddad wrote: “We meet on Thursdays at five\.\s+Would that suit you\?”\s+About joining Wound Care\. Only @Amira Haddad reads/,
    );
    await ben.submits({ 'Your words': 'Thursdays are fine. *_~ @everyone' });
    expect((await ben.sees(/On its way to @Amira Haddad/)).text).not.toMatch(/reminded/); // he reminds nobody

    const answer = await amira.sees(/Ben Okafor, who asks to join Wound Care, writes to you/, directly);
    expect(answer.text).toContain('Thursdays are fine. *_~ @everyone');
    expect(answer.buttons.map(button => button.label)).toEqual(['Approve', 'Reply', 'Decline…']);
    await it_.settled();
    const before = await amira.sees(/Ben Okafor asks to join.*Ben Okafor has answered: further down/s, directly);
    expect(before.buttons).toEqual([]); // one card to press, not two
    await amira.presses('Reply', { ...directly, message: answer.id });
    expect((await amira.form()).text).toContain('wrote: “Thursdays are fine. *_~ @everyone”');
    await amira.closesForm();
    expect(JSON.stringify(await it_.store.db.selectFrom('effects').selectAll().execute())).not.toMatch(/"words":"/);
    expect(carla.seesNow(/Thursdays/)).toEqual([]);

    await amira.presses('Approve', { ...directly, message: answer.id });
    const decided = /Ben Okafor asks to join Wound Care.*You said yes .*, and Ben Okafor is in\./s;
    await amira.sees(decided, directly);
    await amira.sees(/it is settled. You approved this .*What was said here isn't kept/s, directly);
    await it_.settled();
    const ended = await ben.sees(/it is settled. @?Amira Haddad said yes/, directly);
    expect(ended.id).toBe(question.id);
    expect(ended.buttons).toEqual([]);
    const left = [...amira.seesNow(/Thursdays/), ...ben.seesNow(/Thursdays/)];
    expect(left.filter(one => !one.onlyYou)).toEqual([]); // one's own words under one's own answer go when the client is loaded anew
    await ben.sees(/You're in: Wound Care/, directly);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('stands as it was said, and can be answered, though the CoP is called otherwise meanwhile', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, directly);
    await amira.presses('Talk first', directly);
    await amira.form();
    await amira.submits({ 'Your words': 'We meet on Thursdays. Would that suit you?' });
    await ben.sees(/would like a word.*We meet on Thursdays/s, directly);
    await it_.settled();
    await amira.types('/cop edit', { in: 'cop-wound-care' });
    await amira.presses('Name and statement');
    await amira.form();
    await amira.submits({ Name: 'Leg Ulcers' });
    await amira.sees(/Ben Okafor asks to join Leg Ulcers/, directly);
    await it_.settled();
    expect(ben.seesNow(/We meet on Thursdays/, directly)).toHaveLength(1);
    await ben.presses('Reply', directly);
    await ben.form();
    await ben.submits({ 'Your words': 'They do.' });
    await amira.sees(/writes to you.*They do/s, directly);
  });

  it.runIf(platform === 'discord')('tells who wrote where the other takes no direct messages', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await askIn(ben);
    await ben.closesDirectMessages();
    await amira.sees(/Ben Okafor asks to join/, directly);
    await amira.presses('Talk first', directly);
    await amira.form();
    await amira.submits({ 'Your words': 'Are you there?' });
    await amira.sees(/Your words about joining Wound Care couldn't be delivered/, directly);
    expect(JSON.stringify(await it_.store.db.selectFrom('effects').selectAll().execute())).not.toMatch(/"words":"/);
    expect((await amira.channels()).map(channel => channel.name)).toContain('cop-wound-care');
    expect((await amira.reads('cop-wound-care')).some(message => /Are you there/.test(message.text))).toBe(false);
  });
});
