/** A question to all who facilitate, from anywhere, and an answer that only whoever asked reads. */
import { afterEach, describe, expect, it } from 'vitest';
import { setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const forum = { in: 'facilitators-forum' } as const;

describe.each(platformNames)('on %s', platform => {
  it('is posted in the forum, and answered to whoever asked alone', async () => {
    it_ = await stage(platform);
    const [amira, ben, dev, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev'), it_.person('Joan')];
    await startCop(amira);
    await it_.settled();
    await amira.types('/cop tend ask', { in: 'general' });
    await amira.sees(/There is no Facilitators' forum here yet\. An administrator can make one/);
    expect(amira.hasForm()).toBe(false);

    await setUp(joan, { "The Facilitators' forum": 'Make one' });
    await startCop(ben, { Name: 'Night Shifts', 'What do you care about?': 'Sleeping well' });
    await it_.settled();
    await amira.types(platform === 'slack' ? '/cop ask' : '/cop tend ask', { in: 'general' });
    expect((await amira.form()).fields.map(one => one.label)).toEqual(['Your question']);
    await amira.submits({ 'Your question': 'Nobody came on Tuesday. What would you do?' });
    await amira.sees(/Your question is on its way to #facilitators-forum/);
    const asked = await ben.sees(/Amira Haddad, who facilitates Wound Care, asks:\s+Nobody came on Tuesday/, forum);
    expect(asked.buttons.map(one => one.label)).toEqual(['Answer privately']);
    expect(dev.seesNow(/Nobody came/)).toEqual([]);

    await ben.presses('Answer privately', { message: asked.id });
    await ben.form();
    await ben.submits({ 'Your words': 'Ask two of them why, over tea.' });
    await ben.sees(/On its way to @?Amira Haddad/);
    const answer = await amira.sees(/Ben Okafor answers what you asked in the Facilitators' forum:\s+Ask two/, dm);
    expect(answer.text).toMatch(/Only you two read this/);
    await it_.settled();
    expect((await ben.reads('facilitators-forum')).filter(one => !one.onlyYou && /over tea/.test(one.text))).toEqual(
      [],
    );
    const kept = await it_.store.db.selectFrom('effects').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain('over tea');

    if (platform === 'discord') {
      await amira.closesDirectMessages();
      await ben.presses('Answer privately', { message: asked.id });
      await ben.form();
      await ben.submits({ 'Your words': 'And bring cake.' });
      await ben.sees(/I couldn't bring your answer to @?Amira Haddad/, dm);
    }
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
