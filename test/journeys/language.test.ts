/** Each reads their own language; what people wrote is never translated. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona, SeenMessage } from '../../playground/driver.ts';
import { german } from '../../src/messages/de/index.ts';
import { askIn, mayStayEmpty, setUp, startCop } from '../support/scenes.ts';
import { platformNames, type Stage, stage } from '../support/stage.ts';

let it_: Stage;
afterEach(() => it_?.stop());

/** Pieces of at least two words of what is said in English. */
const english = Object.entries(german)
  .filter(([from, to]) => from !== to)
  .flatMap(([from]) => from.replaceAll('**', '').split(/\{\d+\}|\n/))
  .map(piece => piece.trim())
  .filter(piece => /\p{L}\S* \p{L}/u.test(piece) && !Object.values(german).some(to => to.includes(piece)));

const englishIn = (words: string): readonly string[] => english.filter(piece => words.includes(piece));
const all = ({ text, buttons, pictures }: SeenMessage): string =>
  [text, ...buttons.map(one => one.label), ...pictures.map(one => one.alt)].join('\n');
const labels = ({ buttons }: SeenMessage): readonly string[] => buttons.map(one => one.label);
const directly = { in: 'direct message' } as const;

/** What is told of each picture that Slack was given: the one that is to be shown, made ready while the form was filled in. */
const uploaded = (): readonly unknown[] =>
  it_.playground.traffic
    .filter(one => one.name === 'files.getUploadURLExternal')
    .map(one => (one.request as { alt_txt?: string }).alt_txt);

/** A CoP whose words are words of ours. */
const names = { Name: 'Decline', 'Worum geht es euch?': 'Request to join' };

async function startsInGerman(carla: Persona, values: Record<string, string> = names): Promise<SeenMessage> {
  await carla.types('/startcop', { in: 'general' });
  await carla.form();
  await carla.submits(values);
  return carla.sees(/Euer Raum ist bereit/);
}

describe.each(platformNames)('on %s', platform => {
  it('speaks German with who reads German: form, answer, guides; words of people stay as they are', async () => {
    it_ = await stage(platform);
    const carla = it_.person('Carla');
    await carla.types('/startcop', { in: 'general' });
    const form = await carla.form();
    expect(form.title).toBe('CoP gründen');
    expect(form.fields.map(field => field.label)).toEqual([
      'Name',
      'Worum geht es euch?',
      'Kernaussage (optional)',
      mayStayEmpty(platform, 'Begleitung'),
    ]);
    expect(englishIn([form.text, ...form.fields.map(one => one.hint ?? '')].join('\n'))).toEqual([]);
    await carla.submits(names);
    const ready = await carla.sees(/Euer Raum ist bereit/);
    expect(labels(ready)).toEqual(['Raum öffnen', 'Leute einladen']);
    expect(englishIn(all(ready))).toEqual([]);
    await it_.settled();
    if (platform === 'slack') expect(uploaded()).toEqual([expect.stringMatching(/Ring aus sechs Pfeilen/)]);

    const guide = await carla.sees(/Für dich, weil du Decline begleitest/, directly);
    expect(guide.text).toMatch(/Fünf kleine Dinge für diese Woche/);
    await carla.presses('Leitfaden Dialoginterviews', directly);
    await carla.sees(/Führ vor dem ersten Treffen drei bis fünf gute Gespräche/);

    const pins = await carla.pinsOf('cop-decline');
    expect(pins.find(pin => /Willkommen bei Decline/.test(pin.text))?.text).toMatch(
      /Worum es uns geht.*Request to join/s,
    );
    for (const words of [/Leitfaden für den Start/, /Leitfaden Dialoginterviews/, /Der gute Kreislauf/])
      expect(pins.some(pin => words.test(pin.text))).toBe(true);
    await carla.types('/cop find decline', { in: 'general' });
    expect((await carla.sees(/CoPs, die zu „decline“ passen/)).text).toMatch(
      /Decline \(eine Person\)\s+Request to join/,
    );
    expect(it_.log.filter(line => 'level' in line && line.level === 'error')).toEqual([]);
  });

  it('says the same to two people in two languages, and keeps each card in its own', async () => {
    it_ = await stage(platform);
    const [amira, carla] = [it_.person('Amira'), it_.person('Carla')];
    await startsInGerman(carla, { ...names, Name: 'Wound Care' });
    await askIn(amira, 'Since spring in clinics');
    const asked = await carla.sees(/Amira Haddad möchte bei Wound Care mitmachen/, directly);
    expect(labels(asked)).toEqual(['Aufnehmen', 'Erst reden', 'Ablehnen …']);
    expect(englishIn(all(asked))).toEqual([]);

    await carla.presses('Erst reden', directly);
    await carla.form();
    await carla.submits({ 'Deine Worte': 'Hast du donnerstags Zeit?' });
    await carla.sees(/Unterwegs zu @?Amira Haddad/);
    const word = await amira.sees(/Hast du donnerstags Zeit/, directly);
    expect(word.text).toMatch(/Carla Moreno, who facilitates Wound Care, would like a word/);

    await carla.presses('Aufnehmen', { in: 'direct message', with: /mitmachen/ });
    await carla.sees(/Du hast die Anfrage .* angenommen, und Amira Haddad ist dabei/, directly);
    await amira.sees(/You're in: Wound Care/, directly);
    await it_.settled();
    await carla.types('/cop home', { in: 'general' });
    expect(englishIn(all(await carla.sees(/Diese Woche/)))).toEqual([]);
    await amira.types('/cop home', { in: 'general' });
    await amira.sees(/This week/);
  });

  it("names the entry in a message's menu as the menu does: in German on Discord, in the one language that Slack knows", async () => {
    it_ = await stage(platform);
    const carla = it_.person('Carla');
    await startsInGerman(carla, { ...names, Name: 'Wound Care' });
    await it_.settled();
    const entry = platform === 'discord' ? 'In die Bibliothek legen' : 'Save to the library';
    await carla.types('/cop help', { in: 'cop-wound-care' });
    expect((await carla.sees(/Im Menü einer Nachricht im Raum deiner CoP/)).text).toContain(`deiner CoP: ${entry}.`);
    await carla.uses(entry, await carla.posts('cop-wound-care', 'Unser Standard https://example.org/x'));
    expect((await carla.form()).title).toBe('In die Bibliothek legen');
    await carla.submits({ Titel: 'Unser Standard' });
    await carla.sees(/Gespeichert: Unser Standard ist in der Bibliothek/);
  });

  it('mends a form in German, and refuses in German', async () => {
    it_ = await stage(platform);
    const [amira, carla] = [it_.person('Amira'), it_.person('Carla')];
    await startCop(amira, { Name: 'Decline' });
    await carla.types('/startcop', { in: 'general' });
    await carla.form();
    await carla.submits(names);
    if (platform === 'slack') {
      const mended = await carla.form(open => open.fields.some(field => field.error));
      expect(mended.fields[0]?.error).toMatch(/^Den Namen hat schon Decline \(eine Person\)\./);
    } else {
      const card = await carla.sees(/CoP gründen: noch nicht ganz/);
      expect(englishIn(all(card))).toEqual([]);
      expect(card.text).toMatch(/Den Namen hat schon Decline \(eine Person\)\./);
      await carla.presses('Formular wieder öffnen');
      expect((await carla.form()).fields[0]?.value).toBe('Decline');
    }
    await carla.closesForm();
    await carla.types('/cop setup', { in: 'general' });
    await carla.sees(/Das können nur Admins/);
  });

  it('keeps a card that many press in the language of all, though its presser reads German', async () => {
    it_ = await stage(platform);
    const [amira, carla, joan] = [it_.person('Amira'), it_.person('Carla'), it_.person('Joan')];
    await setUp(joan);
    await joan.brings('Carla Moreno', 'support');
    await startCop(amira, { 'How would you like your first conversation?': 'By phone' });
    await carla.sees(/Nobody has taken it yet/, { in: 'support' });
    await carla.presses("I'll take it", { in: 'support' });
    expect((await carla.form()).text).toMatch(/Amira Haddad erfährt, dass du dich meldest/);
    await carla.submits({ [platform === 'slack' ? 'Wann?' : 'Wann? (optional)']: 'Dienstag' });
    const taken = await joan.sees(/Carla Moreno takes it\. When: “Dienstag/, { in: 'support' });
    expect(labels(taken)).toEqual(['Done', 'Add notes']);
    await amira.sees(/Carla Moreno will call you about Wound Care.*They say: “Dienstag”/, directly);
    await it_.settled();
    expect(joan.seesNow(/übernimmt/, { in: 'support' })).toEqual([]);
  });

  it('posts in German for all where an admin has chosen that', async () => {
    it_ = await stage(platform);
    const [amira, joan] = [it_.person('Amira'), it_.person('Joan')];
    await joan.types('/cop setup', { in: 'general' });
    await joan.sees(/Language in channels: That of whoever starts the CoP/);
    await joan.presses('Language and time zone');
    await joan.form();
    await joan.submits({ 'Language in channels': 'Deutsch' });
    await joan.sees(/Language in channels: Deutsch/);
    await startCop(amira);
    await it_.settled();
    const pins = await amira.pinsOf('cop-wound-care');
    expect(pins.some(pin => /Willkommen bei Wound Care/.test(pin.text))).toBe(true);
    expect(pins.flatMap(pin => englishIn(all(pin)))).toEqual([]);
    const shown = (await amira.reads('cop-wound-care')).flatMap(message => message.pictures.map(({ alt }) => alt));
    expect(shown).toEqual([expect.stringMatching(/Ring aus sechs Pfeilen/)]);
    if (platform === 'slack') expect(uploaded()).toEqual([expect.stringMatching(/Ring aus sechs Pfeilen/)]);
    await amira.sees(/For you, as facilitator of Wound Care/, directly);
  });

  it.runIf(platform === 'discord')('tells what its commands are for, in German too', async () => {
    it_ = await stage(platform);
    const summaries = (await it_.person('Carla').completions('/cop', { in: 'general' })).map(one => one.summary);
    expect(summaries).toContain('Bei einer CoP anfragen, ob du mitmachen kannst');
    expect(englishIn(summaries.join('\n'))).toEqual([]);
  });

  it.runIf(platform === 'slack')('writes to who has never pressed anything in the language they have set', async () => {
    it_ = await stage(platform);
    const [amira, carla] = [it_.person('Amira'), it_.person('Carla')];
    await startCop(amira, { Facilitator: 'Carla Moreno' });
    const asked = await carla.sees(/bittet dich, sie zu begleiten/, directly);
    expect(labels(asked)).toEqual(['Ja, ich begleite sie', 'Nicht ich']);
    expect((await carla.home()).text).toMatch(/Diese Woche/);
  });
});
