/** Who was forgotten is named in no card of the bot's, over the wire: in no space, in no channel of the Support Team's, in nobody's direct messages. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { town } from '../../playground/town.ts';
import { goesOn, movableClock } from '../support/clock.ts';
import { afternoonIn, announcesClosing, askIn, letsIn, setUp, startCop, whenIn } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

type Platform = (typeof platformNames)[number];
const space = { in: 'cop-wound-care' } as const;
const support = { in: 'support' } as const;
const dm = { in: 'direct message' } as const;
const english = { ...town, people: town.people.map(({ locale: _, ...one }) => one) };

const opened = async (platform: Platform, clock = movableClock()) => {
  it_ = await stage(platform, { clock, workspaces: [english] });
  return { clock, amira: it_.person('Amira'), ben: it_.person('Ben'), joan: it_.person('Joan') };
};

const isKnown = async ({ id }: Persona) =>
  (await it_.store.db.selectFrom('accounts').select('person_id').where('external_id', '=', id).executeTakeFirst()) !==
  undefined;

/** By their own press, and all that was to be drawn anew for it is. */
async function isForgotten(platform: Platform, who: Persona, press = 'Forget me'): Promise<void> {
  await who.types(platform === 'slack' ? '/cop forget-me' : '/cop me forget', { in: 'general' });
  await who.presses(press, { with: /Forget you\?/ });
  await it_.playground.until(async () => !(await isKnown(who)), `${who.name} to be forgotten`);
  await it_.settled();
}

/** What they have read from the bot, or could, that names somebody; but what answered themselves alone. */
const naming = (whom: Persona, readers: readonly Persona[]) =>
  readers.flatMap(reader =>
    reader
      .seesNow(new RegExp(whom.name))
      .filter(one => one.byBot && !one.onlyYou)
      .map(one => `${reader.name} in ${one.where}: ${one.text}`),
  );

const notLetIn = {
  slack: { on: 'conversations.invite', does: { refuse: 'restricted_action' } },
  discord: { on: 'PUT /channels/:id/permissions/:id', does: { refuse: '50013' } },
} as const;
const notAllowed = {
  slack: { on: 'conversations.create', does: { refuse: 'restricted_action' } },
  discord: { on: 'POST /guilds/:id/channels', does: { refuse: '50013' } },
} as const;

describe.each(platformNames)('on %s, somebody who was forgotten', { timeout: 60_000 }, platform => {
  it('is named nowhere as who was asked to look after a CoP, offered it, and did', async () => {
    const { amira, ben, joan } = await opened(platform);
    const [carla, dev] = [it_.person('Carla'), it_.person('Dev')];
    await setUp(joan);
    await startCop(amira);
    await letsIn(amira, ben);
    await letsIn(amira, carla);
    await it_.settled();
    await isForgotten(platform, amira, 'Forget me all the same');
    await joan.sees(/Wound Care needs a facilitator.*Ben Okafor/s, support);
    await joan.presses('Ask its members', support);
    await ben.presses('I will', space);
    await joan.presses('Yes, please', { ...support, with: /Ben Okafor would look after Wound Care/ });
    await carla.sees(/Ben Okafor looks after Wound Care from now on/, space);
    await carla.sees(/Ben Okafor looks after Wound Care now/, space);
    await joan.sees(/That is settled.*Ben Okafor looks after Wound Care now/s, support);
    await letsIn(ben, dev);
    await it_.settled();

    await isForgotten(platform, ben, 'Forget me all the same');
    await carla.sees(/Wound Care was looked after again from then on/, space);
    expect(naming(ben, [carla, dev, joan])).toEqual([]);
    expect(naming(amira, [carla, dev, joan])).toEqual([]);
  });

  it('is named nowhere as who was to facilitate a CoP from its start', async () => {
    const { amira, ben, clock } = await opened(platform);
    it_.playground.injects(notAllowed[platform]);
    await amira.types('/startcop', { in: 'general' });
    await amira.form();
    const given = { Name: 'Wound Care', 'What do you care about?': 'Healing wounds that will not close' };
    await amira.submits({ ...given, Facilitator: 'Ben Okafor' });
    await amira.sees(/needs a hand/, dm);
    await it_.settled();
    clock.passes(3_661_000);
    await amira.sees(/Your space is ready.*I'm asking @?Ben Okafor to facilitate it/s, dm);
    await it_.settled();
    await isForgotten(platform, ben);
    expect(naming(ben, [amira])).toEqual([]);
  });

  it('is named nowhere as who waited when a CoP was closed that is open again', async () => {
    const { amira, ben, joan, clock } = await opened(platform);
    const dev = it_.person('Dev');
    await startCop(amira);
    await it_.settled();
    await askIn(ben);
    await askIn(dev);
    await announcesClosing(platform, amira);
    goesOn(8, clock);
    await amira.sees(/leaves behind, for you to keep/, dm);
    await it_.settled();
    await amira.types(platform === 'slack' ? '/cop reopen' : '/cop tend reopen', { in: 'general' });
    if (platform === 'slack') await amira.presses('Make a new space');
    await amira.sees(/Wound Care lives on.*Ben Okafor and @?Dev Patel/s, dm);
    await it_.settled();

    await isForgotten(platform, ben);
    const told = await amira.sees(/Wound Care lives on.*now that it is open again: @?Dev Patel\./s, dm);
    expect(told.text).not.toMatch(/Somebody/);
    expect(naming(ben, [amira, dev, joan])).toEqual([]);
    await isForgotten(platform, dev);
    await amira.sees(/Wound Care lives on(?!.*Those who had asked)/s, dm);
    expect(naming(dev, [amira, joan])).toEqual([]);
  });

  it('is named nowhere as who could not be brought in', async () => {
    const { amira, ben } = await opened(platform);
    await startCop(amira);
    await askIn(ben);
    it_.playground.injects(notLetIn[platform]);
    await amira.presses('Approve', { ...dm, with: /Ben Okafor asks/ });
    await amira.sees(/needs a hand.*Ben Okafor/s, dm);
    await it_.settled();
    await isForgotten(platform, ben);
    expect(naming(ben, [amira])).toEqual([]);
  });

  it('is named nowhere as who would have come to a meeting', async () => {
    const { amira, ben, clock } = await opened(platform);
    await startCop(amira);
    await letsIn(amira, ben);
    await it_.settled();
    const at = afternoonIn(clock.now(), 3);
    await amira.types('/cop meet', space);
    await amira.submits({ 'What about?': 'This heel', 'How?': 'One real problem', ...whenIn(await amira.form(), at) });
    await amira.presses('Yes, call it');
    await ben.presses("I'll come", space);
    await amira.sees(/Coming: Ben Okafor/, space);
    await amira.chooses(platform === 'discord' ? 'More…' : '', 'Move it…', space);
    await amira.submits({ ...whenIn(await amira.form(), at), 'Where? (optional)': 'Room 4' });
    await amira.sees(/has changed: .*at Room 4.*Ben Okafor/s);
    await it_.settled();

    await isForgotten(platform, ben);
    expect(naming(ben, [amira])).toEqual([]);
  });
});
