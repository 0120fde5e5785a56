/** A question of the CoP's own to who asks in, and its own words to who comes in; their hello, and the question after two weeks. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { hoursIn } from '../../src/bot/clockwork/hours.ts';
import { goesOnTo, movableClock } from '../support/clock.ts';
import { afternoonIn, askIn, letsIn, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const direct = { in: 'direct message' } as const;

describe.each(platformNames)('on %s', platform => {
  /** Slack's client says itself that a field may stay empty. */
  const field = (label: string) => (platform === 'slack' ? `${label} (optional)` : label);
  const question = 'Which ward are you on?';

  async function words(amira: Persona, values: Record<string, string>): Promise<void> {
    await amira.types('/cop edit', { in: 'cop-wound-care' });
    await amira.presses('For newcomers', { with: /^Edit/ });
    await amira.form();
    await amira.submits(values);
    await amira.sees(/Saved: Wound Care/);
  }

  it('asks what the facilitator asks, and welcomes in their words', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await it_.settled();
    await words(amira, {
      'Your question to people who ask to join': `  ${question} `,
      'Your words of welcome': 'We meet on *Thursdays*.\n\n\n\nAsk @everyone anything.',
    });
    const saved = await amira.sees(/Saved: Wound Care/);
    expect(saved.text).toMatch(/That's how it is from now on/);

    await amira.presses('Change something else');
    const all = await amira.sees(/Asked of people who want to join: Which ward are you on\?/);
    expect(all.text).toMatch(/Read by newcomers: We meet on \*Thursdays\*/);
    await amira.presses('Name and statement', { with: /Which ward/ });
    await amira.form();
    await amira.submits({ 'Core statement': 'We are nurses, who care' });
    await amira.sees(/Saved: Wound Care/);
    await it_.settled();

    await ben.types('/cop find wound', { in: 'general' });
    await ben.presses('Request to join', { with: /Wound Care/ });
    expect((await ben.form()).fields[0]?.label).toBe(field(question));
    await ben.submits({ [field(question)]: 'Ward seven' });
    await ben.sees(/Your request is with the facilitators/);
    const asked = await amira.sees(/asks to join Wound Care/, direct);
    expect(asked.text).toMatch(/Which ward are you on\?\s+>?\s*Ward seven/);

    await words(amira, {
      'Your question to people who ask to join': '',
      'Your words of welcome': 'We meet on *Thursdays*.\n\nAsk @everyone anything.',
    });
    await amira.presses('Approve', direct);
    const welcome = await ben.sees(/You're in: Wound Care/, direct);
    expect(welcome.text).toMatch(
      /We meet on \*Thursdays\*\.\s+>?\s*Ask @everyone anything\.[\s\S]*What is pinned there/,
    );
    expect((await amira.sees(/said yes/, direct)).text).toMatch(/Which ward are you on\?/); // as it was asked

    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('tells when they meet next, also after that was moved, and no more once it is off', {
    timeout: 90_000,
  }, async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    const space = { in: 'cop-wound-care' } as const;
    const at = afternoonIn(clock.now(), 7);
    await startCop(amira);
    await amira.types('/cop meet', space);
    await amira.submits({ 'What about?': 'Who turns the heels?', ...whenIn(await amira.form(), at) });
    await amira.presses('Yes, call it', { with: /heels/ });
    await amira.sees(/heels.*Nobody has said yet/s, space);
    await it_.settled();
    await letsIn(amira, ben);
    const welcome = /You're in: Wound Care[\s\S]*We meet next:\W+Who turns the heels\?/;
    const first = await ben.sees(welcome, direct);
    await it_.settled();

    await amira.chooses(platform === 'discord' ? 'More…' : '', 'Move it…', space);
    await amira.submits(whenIn(await amira.form(), at + 24 * 3600_000));
    await amira.sees(/nobody had to be told/);
    await it_.settled();
    const moved = await ben.sees(welcome, direct);
    expect(moved.text).not.toBe(first.text);
    expect(moved.buttons.map(button => button.label)).toContain("I'll come");

    await amira.types('/cop meet', space);
    const then = at + 10 * 24 * 3600_000;
    await amira.submits({ 'What about?': 'Who pays for socks?', ...whenIn(await amira.form(), then) });
    await amira.presses('Yes, call it', { with: /socks/ });
    await amira.sees(/socks.*Nobody has said yet/s, space);
    await it_.settled();
    await amira.chooses(platform === 'discord' ? 'More…' : '', 'Cancel it…', { ...space, with: /heels/ });
    await amira.presses('Yes, cancel it', {});
    await it_.settled();
    const next = await ben.sees(/You're in: Wound Care[\s\S]*We meet next:\W+Who pays for socks\?/, direct);
    expect(ben.seesNow(/You're in: Wound Care/, direct)).toHaveLength(1);

    await amira.chooses(platform === 'discord' ? 'More…' : '', 'Move it…', { ...space, with: /socks/ });
    await amira.submits(whenIn(await amira.form(), then + 24 * 3600_000));
    await it_.settled();
    const last = await ben.sees(/You're in: Wound Care[\s\S]*socks/, direct);
    expect(last.text).not.toBe(next.text);
    await ben.types(platform === 'slack' ? '/cop leave' : '/cop me leave', space);
    await ben.presses('Leave', { with: /Leave Wound Care\?/ });
    await it_.playground.until(
      async () =>
        (await it_.store.db.selectFrom('memberships').select('state').where('state', '=', 'left').execute()).length ===
        1,
      'Ben to be out',
    );
    await amira.chooses(platform === 'discord' ? 'More…' : '', 'Move it…', { ...space, with: /socks/ });
    await amira.submits(whenIn(await amira.form(), then + 3 * 24 * 3600_000));
    await it_.settled();
    expect((await ben.sees(/You're in: Wound Care/, direct)).text).toBe(last.text); // it is theirs no more
  });

  it('lets them say hello once they have seen it, and asks them after two weeks whether they found what they came for', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    const space = { in: 'cop-wound-care' };
    await startCop(amira);
    await it_.settled();
    await amira.pins(await amira.posts('cop-wound-care', 'Our protocol https://example.org/protocol'));
    await it_.playground.until(
      async () => (await it_.store.db.selectFrom('documents').select('id').execute()).length === 1,
      'the pin to be in the library',
    );
    await askIn(ben);
    await amira.sees(/Ben Okafor asks to join/, direct);
    await amira.presses('Approve', direct);
    const welcome = await ben.sees(/You're in: Wound Care[\s\S]*Pinned by members\s+Our protocol/, direct);
    expect(welcome.buttons.map(button => button.label)).toEqual(['Open the space', 'Library', 'Say hello…']);
    await it_.settled();

    await ben.presses('Say hello…', direct);
    const [who, busy, ask] = (await ben.form()).fields.map(one => one.label);
    const given = { [who ?? '']: 'Ben, leg ulcers in *Leeds*', [ask ?? '']: 'Compression' };
    await ben.submits({ ...given, [busy ?? '']: 'Follow-up' });
    await ben.sees(/Nobody has seen it yet[\s\S]*What keeps me busy:? *\n?Follow-up/);
    expect(amira.seesNow(/Follow-up/)).toEqual([]);
    await ben.presses('Change it…', { with: /Nobody has seen it yet/ });
    const again = await ben.form();
    expect(again.fields.map(one => one.value)).toEqual(['Ben, leg ulcers in *Leeds*', 'Follow-up', 'Compression']);
    await ben.submits({ ...given, [busy ?? '']: '' });
    const seen = /Nobody has seen it yet[\s\S]*Leeds\*\s+Ask me about/;
    await ben.sees(seen);
    expect(ben.seesNow(/Nobody has seen it yet/)).toHaveLength(1);
    await ben.presses('Post it', { with: seen });
    await ben.sees(/Your hello is on its way/);
    const posted = await amira.sees(/Ben Okafor says hello/, space);
    expect(posted.text).toMatch(/Ben, leg ulcers in \*Leeds\*[\s\S]*Compression/);
    await it_.settled();
    await ben.presses('Say hello…', direct);
    await ben.sees(/You said hello in .* nothing was posted a second time/);

    const due = clock.now() + 14 * 24 * 3600_000 + 60_000;
    goesOnTo(clock, hoursIn('Europe/London'), due);
    const asked = await ben.sees(/You've been in Wound Care since .* Have you found what you came for\?/, direct);
    expect(asked.buttons.map(button => button.label)).toEqual(['Yes', 'Not yet']);
    await ben.presses('Not yet', direct);
    await ben.sees(/Turn to @?Amira Haddad: they look after Wound Care/, direct);
    await ben.presses('Leave a word…', direct);
    await ben.form();
    await ben.submits({ 'What are you looking for?': 'Somebody who dresses heels' });
    await ben.sees(/On its way to @?Amira Haddad/);
    await amira.sees(/Ben Okafor is new in Wound Care[\s\S]*Somebody who dresses heels/, direct);
    await it_.settled();
    const effects = JSON.stringify(await it_.store.db.selectFrom('effects').select('wish').execute());
    expect(effects).not.toMatch(/heels/);
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });
});
