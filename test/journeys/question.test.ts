/** A stranger asks something before asking in; who looks after it answers, and nobody else reads either. */
import { afterEach, describe, expect, it } from 'vitest';
import { movableClock } from '../support/clock.ts';
import { startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const dm = { in: 'direct message' } as const;
const general = { in: 'general' } as const;
const week = 7 * 24 * 3600_000;

describe.each(platformNames)('on %s', platform => {
  it('is brought to who facilitates, and answered to whoever asked, once a week', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben, dev] = [it_.person('Amira'), it_.person('Ben'), it_.person('Dev')];
    await startCop(amira);
    await it_.settled();

    const asks = async (words: string) => {
      await ben.types('/cop find wound', general);
      await ben.presses('Ask something first…', { with: /Wound Care/ });
      await ben.form();
      await ben.submits({ 'Your question': words });
    };
    await asks('Do you take physiotherapists, too?');
    await ben.sees(/On its way to those who look after Wound Care.*Amira Haddad/s);
    const asked = await amira.sees(
      /Ben Okafor isn't in Wound Care, and would like to know something before.*physiotherapists/s,
      dm,
    );
    expect(asked.buttons.map(button => button.label)).toEqual(['Answer…']);

    await amira.presses('Answer…', dm);
    await amira.form();
    await amira.submits({ 'Your words': 'Gladly: two of us are.' });
    await amira.sees(/On its way to @?Ben Okafor/);
    const answer = await ben.sees(/Amira Haddad answers what you asked about Wound Care.*two of us are/s, dm);
    expect(answer.buttons.map(button => button.label)).toEqual(['Request to join']);
    await it_.settled();
    expect(dev.seesNow(/physiotherapists|two of us/)).toEqual([]);
    const kept = JSON.stringify(await it_.store.db.selectFrom('effects').selectAll().execute());
    expect(kept).not.toMatch(/physiotherapists|two of us/);

    await ben.types('/cop find wound', general);
    await ben.presses('Ask something first…', { with: /Wound Care/ });
    await ben.sees(/something lately; from .* you can ask again/);
    clock.passes(week + 60_000);
    if (platform === 'discord') await amira.closesDirectMessages(); // on Slack nobody can
    await asks('And on Thursdays?');
    if (platform === 'discord') await ben.sees(/I couldn't bring your question about Wound Care to @?Amira Haddad/, dm);
    else await amira.sees(/And on Thursdays/, dm);
    await amira.types('/cop find wound', general);
    expect(amira.seesNow(/Ask something first/, { with: /CoPs that match/ })).toEqual([]);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
