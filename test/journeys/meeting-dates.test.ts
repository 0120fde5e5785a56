/** The date of a meeting is chosen among two, taken, and moved: on the wire, told once to whom it concerns. */
import { afterEach, describe, expect, it } from 'vitest';
import { coming, movableClock } from '../support/clock.ts';
import { afternoonIn, letsIn, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const day = 24 * 3600_000;
const space = { in: 'cop-wound-care' } as const;
const sends = { slack: 'files.completeUploadExternal', discord: 'POST /channels/:id/messages' } as const;
const looksFor = { slack: /^conversations\.(history|replies)$/, discord: /^GET \/channels\/:id\/messages/ } as const;

describe.each(platformNames)('on %s', platform => {
  it('is voted on, taken and moved; who voted, and who comes, is told below the card, and calendars follow', {
    timeout: 90_000,
  }, async () => {
    const clock = movableClock(coming(2, 10));
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await letsIn(amira, ben);
    const at = afternoonIn(clock.now(), 7);
    const fills = async (time: number, values: Record<string, string> = {}, label?: RegExp) =>
      ben.submits({ ...values, ...whenIn(await ben.form(), time, label) });

    await ben.types('/cop meet', space);
    await fills(at, { 'What about?': 'Mr Kay’s heel?', 'How?': 'One real problem' });
    const drafts = () => ben.seesNow(/Mr Kay/).filter(one => one.buttons.some(({ label }) => label === 'Yes, call it'));
    await ben.presses('Change it…', { with: /Mr Kay/ });
    await fills(at, { 'Where? (optional)': 'Room 3' });
    await ben.sees(/at Room 3/);
    expect(drafts()).toHaveLength(1);
    await ben.presses('Offer more dates…', { with: /Mr Kay/ });
    await fills(at + day, {}, /^A second date/);
    await ben.sees(/One of these, for 60 minutes/);
    expect(drafts()).toHaveLength(1);
    await ben.presses('Yes, call it');
    await ben.sees(/is called\. Its card is on its way/);
    await amira.sees(/Which of these suit you\?/, space);
    await amira.presses('✓ Suits me', space);
    await amira.sees(/Noted: .* suits you/s);
    await amira.sees(/✓ 1\b.*✓ nobody yet/s, space);
    await it_.settled();
    clock.passes(6 * day); // from Tuesday to Monday: three days before the first it was Saturday
    for (const who of [ben, amira])
      await who.sees(/Mr Kay’s heel\? has no date yet, and .* suits best so far/s, { in: 'direct message' });
    await amira.presses('Take this one', { in: 'direct message', with: /has no date yet/ });
    await amira.sees(/It's settled: .*Those who voted are told/s);
    for (const who of [ben, amira]) await who.sees(/Mr Kay’s heel\? has its date: /, { in: 'direct message' });
    await amira.sees(/Nobody has said yet/, space);
    const thread = platform === 'slack' ? space.in : 'One real problem'; // never what somebody wrote
    await amira.sees(/The date of Mr Kay’s heel\? is settled: .*Amira Haddad/s, { in: thread });
    await amira.presses("I'll come", { in: thread });
    await amira.sees(/Coming: Amira Haddad/, space);

    const files = async (who: typeof ben, many: number) =>
      it_.playground.until(() => {
        const sent = who.seesNow(/Mr Kay/, { in: 'direct message' }).flatMap(one => one.files ?? []);
        if (sent.length < many) return undefined;
        const bodies = sent.map(one => it_.playground.file(who.id, one.id)?.body ?? []);
        return bodies.map(body => Buffer.from(body).toString());
      }, `${many} files`);
    await ben.presses('Add to my calendar', space);
    await files(ben, 1);
    await it_.settled();
    it_.playground.injects({ on: sends[platform], does: { status: 503, performed: true } });
    it_.playground.failsBy(call => (looksFor[platform].test(call) ? { status: 503 } : undefined));
    await amira.presses('Add to my calendar', space); // it comes to her, and the bot never hears so
    await files(amira, 1);

    const more = platform === 'discord' ? 'More…' : ''; // Slack's dots bear no name
    await ben.chooses(more, 'Move it…', space);
    await fills(at + 2 * day, { 'Where? (optional)': 'Room 4' });
    await ben.sees(/at Room 4.*The one person who is coming is told/s);
    await amira.sees(/for 60 minutes, at Room 4/, space);
    await amira.sees(/Mr Kay’s heel\? has changed: .*at Room 4.*Amira Haddad/s, { in: thread });
    it_.playground.failsBy();
    clock.passes(day / 24);
    const [before, after] = await files(ben, 2);
    const line = (file: string | undefined, name: string) => new RegExp(`^${name}[:;].*$`, 'm').exec(file ?? '')?.[0];
    expect(line(after, 'UID')).toBe(line(before, 'UID'));
    expect([line(before, 'SEQUENCE'), line(after, 'SEQUENCE')].map(one => one?.trim())).toEqual([
      'SEQUENCE:0',
      'SEQUENCE:1',
    ]);
    expect(line(after, 'DTSTART')).toContain(new Date(at + 2 * day).toISOString().slice(0, 10).replaceAll('-', ''));
    const [lost, found] = await files(amira, 2); // not taken for the one that she has already
    expect([lost, found].map(one => line(one, 'DTSTART'))).toEqual([before, after].map(one => line(one, 'DTSTART')));
    await it_.settled();
    for (const who of [amira, ben]) expect(await files(who, 2)).toHaveLength(2);
    expect(await it_.store.db.selectFrom('meeting_calendars').select('sequence').execute()).toEqual([
      { sequence: 1 },
      { sequence: 1 },
    ]);
    expect(amira.seesNow(/has changed/, { in: thread })).toHaveLength(1);
    await ben.chooses(more, 'Move it…', space);
    await fills(at + 3 * day, { 'Where? (optional)': 'Room 5' });
    await it_.settled();
    const said = amira.seesNow(/has changed|is settled/, { in: thread });
    expect(said).toHaveLength(3); // none of them leads to where nobody will be
    for (const one of said) expect(one.text).toMatch(/at Room 5/);
    clock.passes(at + 3 * day + day / 12 - clock.now());
    await amira.sees(/We met on/, space);
    await it_.settled();
    expect(amira.seesNow(/has changed|is settled/, { in: thread })).toEqual([]); // nobody is asked any more whether they come
    expect(amira.seesNow(/Mr Kay’s heel\? is over\.$/, { in: thread })).toHaveLength(3);
    expect((await amira.channels()).map(one => one.name)).not.toContainEqual(expect.stringMatching(/Kay/));
    const refused = it_.playground.traffic.filter(({ direction, status }) => direction === 'call' && status === 400);
    expect(refused).toEqual([]); // the thread below the card is opened once, and not asked for again
    expect(it_.log.filter(one => 'level' in one && one.level === 'error')).toEqual([]);
  });
});
