/** Nobody ends at a wall: what can't be done leads on, by a button or a choice. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../playground/driver.ts';
import { goesOn, movableClock } from '../support/clock.ts';
import { askIn, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());
const noErrors = () => expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
const labels = ({ buttons }: SeenMessage): readonly string[] => buttons.map(one => one.label);
const here = { in: 'general' } as const;

describe.each(platformNames)('on %s', platform => {
  it('whoever wants to join and names no CoP chooses from all there are, but for their own', async () => {
    it_ = await stage(platform);
    const [amira, ben, carla] = [it_.person('Amira'), it_.person('Ben'), it_.person('Carla')];
    await amira.types('/cop join', here);
    const none = await amira.sees(/There is no CoP for you to join just now/);
    expect(labels(none)).toEqual(['Start a CoP']);
    await startCop(amira);
    await startCop(ben, { Name: 'Night Shifts', 'What do you care about?': 'Sleeping well after them' });

    await amira.types('/cop join', { in: 'cop-wound-care' });
    const choice = await amira.sees(/Which one would you like to join\?.*Night Shifts/s);
    expect(choice.text).not.toMatch(/Wound Care/);
    await amira.presses('Request to join', { message: choice.id });
    expect((await amira.form()).text).toMatch(/Night Shifts is about: Sleeping well/);
    await amira.submits({});
    await ben.sees(/Amira Haddad asks to join Night Shifts/, { in: 'direct message' });

    await carla.types('/cop join', here);
    const german = await carla.sees(/Welcher möchtest du beitreten\?.*Night Shifts.*Wound Care/s);
    expect(labels(german)).toHaveLength(2);
    noErrors();
  });

  it('whoever is in no CoP, or finds none, can look at all or start it there and then', async () => {
    it_ = await stage(platform);
    const [amira, ben, carla] = [it_.person('Amira'), it_.person('Ben'), it_.person('Carla')];
    await startCop(amira);
    await ben.types('/cop roles', here);
    const nowhere = await ben.sees(/You aren't in a CoP yet/);
    expect(labels(nowhere)).toEqual(['Find a CoP', 'Start a CoP']);
    await ben.presses('Find a CoP', { message: nowhere.id });
    await ben.sees(/Communities of Practice here.*Wound Care/s);

    await ben.types('/cop find Night Shifts', here);
    const nothing = await ben.sees(/No CoP found for “Night Shifts”/);
    expect(labels(nothing)).toEqual(['See all CoPs', 'Start a CoP']);
    await ben.presses('Start a CoP', { message: nothing.id });
    expect((await ben.form()).fields[0]?.value).toBe('Night Shifts');
    await ben.closesForm();
    await carla.types('/cop find Nachtdienst', here);
    expect(labels(await carla.sees(/Keine CoP gefunden für „Nachtdienst“/))).toEqual([
      'Alle CoPs ansehen',
      'CoP gründen',
    ]);
    noErrors();
  });

  it('sharing asks where, shows what people there will see, and says who shares it', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await amira.types('/cop share', { in: 'cop-wound-care' });
    const form = await amira.form();
    expect(form.text).toMatch(
      /This is what people see there.*Wound Care.*Healing wounds.*Facilitated by @?Amira Haddad/s,
    );
    expect(form.fields[0]?.value).toBe('');
    await amira.submits({
      'In which channel?': 'general',
      'A line of your own (optional)': 'We meet on Thursdays',
    });
    await amira.sees(/The invitation to Wound Care is in #general/);
    const card = await ben.sees(/Wound Care.*We meet on Thursdays|We meet on Thursdays.*Wound Care/s, here);
    expect(card.text).toMatch(/Shared by @?Amira Haddad/);
    await ben.presses('Request to join', { message: card.id });
    await ben.form();
    noErrors();
  });

  it('what nobody knows by that name is asked back, and done with a press', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    if (platform === 'slack') {
      await ben.types('/cop fnid wound', here);
      const meant = await ben.sees(/I don't know “\/cop fnid wound”.*Did you mean \/cop find\?/s);
      expect(meant.text).not.toMatch(/For everybody/); // or the question is out of sight, above it
      expect(labels(meant)).toEqual(['Yes, do that', 'What you can do']);
      await ben.presses('Yes, do that', { message: meant.id });
      await ben.sees(/CoPs that match “wound”/);
      await ben.types('/cop hlep', here);
      const slipped = await ben.sees(/What you can do here.*For everybody/s);
      expect(slipped.text).not.toMatch(/I don't know/);
    }
    await ben.types('/cop help', here);
    const help = await ben.sees(/What you can do here/);
    expect(help.text).toMatch(/For everybody\n.*\/startcop.*\/cop find/s);
    expect(help.text).not.toMatch(/In your CoPs|As a facilitator|\/cop setup/);
    await amira.types('/cop help', here);
    const more = await amira.sees(/For everybody.*In your CoPs\n.*\/cop docs find.*As a facilitator\n.*\/cop edit/s);
    expect(more.text).not.toMatch(/\/cop setup/);
    noErrors();
  });

  it('help names what wakes and what opens again only to whom something rests or is closed', async () => {
    const clock = movableClock();
    it_ = await stage(platform, { clock });
    const amira = it_.person('Amira');
    const say = (short: string, whole: string) =>
      amira.types(`/cop ${platform === 'slack' ? short : whole}`, { in: 'cop-wound-care' });
    await startCop(amira);
    const help = async (shows: RegExp) => {
      await amira.types('/cop help', here);
      await amira.sees(shows);
    };
    await help(/What you can do here.*\/cop (tend )?rest(?!.*\/cop (tend )?(wake|reopen))/s);
    await say('rest', 'tend rest');
    await amira.form();
    await amira.submits({});
    await amira.sees(/rests/);
    await help(/What you can do here.*\/cop (tend )?wake(?!.*\/cop (tend )?reopen)/s);
    await say('close', 'tend close');
    await amira.form();
    await amira.submits({});
    await amira.sees(/is to be closed/);
    await goesOn(8, clock);
    const closed = async () =>
      (await it_.store.db.selectFrom('cops').select('closed_at').executeTakeFirst())?.closed_at != null;
    await it_.playground.until(closed, 'it to be closed');
    await help(/What you can do here.*As a facilitator\n[^\n]*\/cop (tend )?reopen(?!.*\/cop (tend )?wake)/s);
    noErrors();
  });

  it('what the library does not have is asked of the others, in their space', async () => {
    it_ = await stage(platform);
    const [amira, carla] = [it_.person('Amira'), it_.person('Carla')];
    await startCop(amira);
    await carla.types('/cop join wound', here);
    await carla.form();
    await carla.submits({});
    await amira.presses('Approve', { in: 'direct message' });
    await carla.sees(/Du bist dabei/, { in: 'direct message' });
    await amira.types(platform === 'slack' ? '/cop docs find photo consent' : '/cop docs find words: photo consent', {
      in: 'cop-wound-care',
    });
    const nothing = await amira.sees(/Nothing about “photo consent” in the library of Wound Care/);
    expect(labels(nothing)).toEqual(['Ask the others…', 'See the latest']);
    await amira.presses('Ask the others…', { message: nothing.id });
    expect((await amira.form()).fields[0]?.value).toBe('photo consent');
    await amira.submits({});
    await amira.sees(/Your question is on its way/);
    await carla.sees(/@?Amira Haddad looked for this in the library of Wound Care.*photo consent/s, {
      in: 'cop-wound-care',
    });
    noErrors();
  });

  it('a member who would invite is led to sharing; who may not set up hears who could', async () => {
    it_ = await stage(platform);
    const [amira, ben, joan] = [it_.person('Amira'), it_.person('Ben'), it_.person('Joan')];
    await ben.types('/cop setup', here);
    await ben.sees(/Only administrators can do this. Please ask one of them to do it/);
    await setUp(joan);
    await ben.types('/cop setup', here);
    await ben.sees(/@?Joan \w+ set me up here and can do it/);

    await startCop(amira);
    await askIn(ben);
    await amira.presses('Approve', { in: 'direct message' });
    await ben.sees(/You're in: Wound Care/, { in: 'direct message' });
    await ben.types('/cop invite', { in: 'cop-wound-care' });
    const instead = await ben.sees(/Only the facilitators of Wound Care invite people to it/);
    expect(labels(instead)).toEqual(['Share it instead']);
    noErrors();
  });
});
