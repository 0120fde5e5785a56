/** Who opens a new space sees its welcome, the last message there; the guides are small cards above it, and whole below those. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona, SeenMessage } from '../../playground/driver.ts';
import { askIn, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

const space = { in: 'cop-wound-care' };
const directly = { in: 'direct message' };
const labels = ({ buttons }: SeenMessage): readonly string[] => buttons.map(button => button.label);
const firstWeeks = async (who: Persona) =>
  (await who.reads(directly.in)).filter(message => /^For you, as facilitator/.test(message.text));

/** Alone: others see nothing of it. */
const isTold = (who: Persona, pattern: RegExp) =>
  it_.playground.until(
    () => who.seesNow(pattern, space).some(({ onlyYou }) => onlyYou),
    `${who.name} to be told ${pattern}`,
  );

async function approved(amira: Persona, ben: Persona): Promise<void> {
  await askIn(ben);
  await amira.sees(/Ben Okafor asks to join/, directly);
  await amira.presses('Approve', directly);
  await ben.sees(/Please welcome/, space);
}

describe.each(platformNames)('on %s', platform => {
  it('the welcome is the last message, below it at most that it was pinned', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    const all = await amira.reads(space.in);
    const at = all.findIndex(message => /^Welcome to Wound Care/.test(message.text));
    const below = all.slice(at + 1).map(message => message.text);
    expect(below.length).toBeLessThanOrEqual(1);
    for (const words of below) expect(words).toMatch(/pinned a message/);
    expect(all[at]?.text).toMatch(
      /What we care about:? +Healing wounds that will not close\s+Facilitator:? +@Amira Haddad/,
    );
    expect(labels(all[at] as SeenMessage)).toEqual(['Library', 'Invite or share']);
    expect(it_.log.filter(line => 'level' in line && line.level !== 'debug' && line.level !== 'info')).toEqual([]);
  });

  it('each guide is a small pinned card, and stands whole below it', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    const cards = (await amira.reads(space.in)).filter(message => labels(message).includes('Read it'));
    expect(cards.map(({ text }) => text.split('\n')[0]).sort()).toEqual([
      'Dialogue Interviews guide',
      'Start-up guide',
      'The Virtuous Circle of a CoP',
    ]);
    for (const card of cards) {
      expect(card.pinned).toBe(true);
      expect(card.text.length).toBeLessThan(160);
    }
    expect(cards.flatMap(({ pictures }) => pictures)).toHaveLength(1);
    const thread = platform === 'slack' ? space.in : 'Start-up guide';
    const whole = await amira.sees(/Three questions before you start/, { in: thread });
    expect(whole.onlyYou).toBe(false);
    expect((await amira.reads(space.in)).some(({ text }) => /Three questions before you start/.test(text))).toBe(false);
    await amira.presses('Read it', { with: /From the first idea to the first meeting/ });
    await isTold(amira, /Three questions before you start/);
  });

  it('its two buttons are the same for everybody, and lead each to what they can do', async () => {
    it_ = await stage(platform);
    const [amira, ben] = [it_.person('Amira'), it_.person('Ben')];
    await startCop(amira);
    await approved(amira, ben);
    const welcome = await ben.sees(/^Welcome to Wound Care/, space);
    expect(labels(welcome)).toEqual(['Library', 'Invite or share']);
    await ben.presses('Library', { message: welcome.id });
    await isTold(ben, /library/i);
    await ben.presses('Invite or share', { message: welcome.id });
    const forMember = await ben.sees(/Bring people to Wound Care/, space);
    expect(forMember.onlyYou).toBe(true);
    expect(forMember.text).toMatch(/Somebody in mind\? Tell @Amira Haddad, who can invite them by name/);
    expect(labels(forMember)).toEqual(['Share it']);
    await amira.presses('Invite or share', { message: welcome.id });
    expect(labels(await amira.sees(/Bring people to Wound Care/, space))).toEqual(['Invite people', 'Share it']);
    await amira.presses('Invite people', { with: /Bring people to Wound Care/ });
    expect((await amira.form()).title).toBe('Invite people');
  });

  it('a facilitator has the five things of a week once, whatever they start', async () => {
    it_ = await stage(platform);
    const amira = it_.person('Amira');
    await startCop(amira);
    await it_.settled();
    expect((await firstWeeks(amira)).map(labels)).toEqual([
      [
        'Open the space',
        'Start-up guide',
        'Dialogue Interviews guide',
        'Invite people',
        'Ask in the space',
        'The whole guide',
      ],
    ]);
    await amira.presses('The whole guide', directly);
    await amira.sees(/When someone asks to join/, directly);
    await startCop(amira, { Name: 'Night Shifts' });
    await it_.settled();
    expect(await firstWeeks(amira)).toHaveLength(1);
  });

  it('who asks somebody else to facilitate is not told how to; who says yes is', async () => {
    it_ = await stage(platform);
    const [amira, dev] = [it_.person('Amira'), it_.person('Dev')];
    await startCop(amira, { Facilitator: 'Dev Patel' });
    await dev.sees(/facilitate/, directly);
    await it_.settled();
    expect(amira.seesNow(/^For you, as facilitator/)).toEqual([]);
    await dev.presses("Yes, I'll facilitate", directly);
    await dev.sees(/^For you, as facilitator of Wound Care/, directly);
    await it_.settled();
    expect(amira.seesNow(/^For you, as facilitator/)).toEqual([]);
  });
});

it('on discord, where it may open no threads, all else is there and nobody is bothered', async () => {
  it_ = await stage('discord');
  const amira = it_.person('Amira');
  it_.playground.takesPermission?.('CREATE_PUBLIC_THREADS');
  await startCop(amira);
  await it_.settled();
  expect((await amira.channels()).map(({ name }) => name)).not.toContain('Start-up guide');
  expect(await amira.pinsOf(space.in)).toHaveLength(4);
  expect(labels(await amira.sees(/^Welcome to Wound Care/, space))).toEqual(['Library', 'Invite or share']);
  expect((await amira.reads(directly.in)).map(({ text }) => text.split('\n')[0])).toEqual([
    'For you, as facilitator of Wound Care',
  ]);
  expect(it_.log).toContainEqual(expect.objectContaining({ sentence: 'done without', kind: 'open-thread' }));
});
