/** What the port promises, held against both adapters over the wire: what people type, and forms. A gap is a declared skip, with a reason a user would accept. */
import { describe, expect, it } from 'vitest';
import type { Form } from '../../src/platform/card.ts';
import { mayStayEmpty } from '../support/scenes.ts';
import { platformNames } from '../support/stage.ts';
import { amira, answers, atThePort, ben, card, form, heard, it_, playground } from './port.ts';

describe.each(platformNames)('%s', platform => {
  atThePort(platform);

  describe('what people do', () => {
    it('a slash command with words arrives as an Invocation, and is answered to them alone', async () => {
      await amira.types('/cop say hello there', { in: 'general' });
      const seen = await amira.sees(/Done:.*hello there/);
      expect(seen.onlyYou).toBe(true);
      expect(ben.seesNow(/Done:/)).toEqual([]);
      expect(heard[0]).toMatchObject({
        command: 'thing say',
        options: { words: 'hello there' },
        from: 'slash',
        by: { platform, workspace: playground.workspaceId(), id: amira.id },
      });
      expect(heard[0]?.by.name).toMatch(/amira/i);
    });

    it('people and channels are told by their ids, and make a form needless', async () => {
      const [line, words] =
        platform === 'slack'
          ? ['/cop send @Ben Okafor #announcements see https://example.org & more', 'see https://example.org & more']
          : [
              '/cop send people: Ben Okafor channel: announcements words: see https://example.org & more',
              'see https://example.org & more',
            ];
      await amira.types(line, { in: 'general' });
      await amira.sees(/Done:/);
      const announcements = (await amira.channels()).find(one => one.name === 'announcements');
      expect(heard[0]).toMatchObject({
        command: 'thing send',
        options: { people: ben.id, channel: announcements?.id, words },
      });
      await amira.types('/cop send', { in: 'general' });
      expect((await amira.form()).title).toBe('A form');
    });

    it('a slow answer arrives all the same', async () => {
      let go = () => {};
      const gate = new Promise<void>(resolve => {
        go = resolve;
      });
      answers(async () => {
        await gate;
        return { say: card('Late but here'), shows: 'person' };
      });
      const typed = amira.types('/cop say x', { in: 'general' });
      await playground.until(() => heard.length === 1, 'the command to arrive');
      await typed;
      go();
      await amira.sees(/Late but here/);
    });

    it('a form shows its fields, and its submission carries them', async () => {
      await amira.types('/cop ask', { in: 'general' });
      const opened = await amira.form();
      expect(opened.fields.map(field => [field.label, field.kind, field.value, field.required])).toEqual([
        ['Name', 'words', 'prefilled', true],
        [mayStayEmpty(platform, 'More'), 'long-words', '', false],
        [mayStayEmpty(platform, 'Who'), 'people', '', false],
        ['How', 'choice', 'By phone', platform === 'slack'],
        [mayStayEmpty(platform, 'Sure'), 'choices', '', false],
      ]);
      expect(opened.fields.at(-1)?.options).toEqual(['Members may read it']);
      await amira.submits({ Name: 'New', Who: 'Ben Okafor', How: 'In person' });
      await amira.sees(/Done:/);
      expect(heard.at(-1)).toMatchObject({
        command: 'thing ask',
        options: { kept: 'yes', name: 'New', who: ben.id, how: 'a' },
      });
      expect(heard.at(-1)?.options.sure).toBeFalsy();
    });

    it('a box that is ticked is a yes', async () => {
      await amira.types('/cop ask', { in: 'general' });
      await amira.form();
      await amira.submits({ Sure: 'Members may read it' });
      await amira.sees(/Done:/);
      expect(heard.at(-1)?.options).toMatchObject({ sure: 'yes' });
    });

    it('a form to be mended comes back with what was typed, and why', async () => {
      answers(async ({ options }) => ({
        mend: {
          ...form('That name is taken'),
          fields: form('That name is taken').fields.map(field =>
            field.kind === 'words' ? { ...field, value: options[field.name] } : field,
          ) as unknown as Form['fields'],
        },
      }));
      await amira.types('/cop ask', { in: 'general' });
      await amira.form();
      await amira.submits({ Name: 'Taken', More: 'much' });
      if (!it_.capabilities.errorsAtFields) {
        await amira.sees(/That name is taken/);
        await amira.presses('Open the form again');
      }
      const again = await amira.form(
        open => open.fields[1]?.value === 'much' || open.fields.some(field => field.error !== undefined),
      );
      expect(again.fields.slice(0, 2).map(field => field.value)).toEqual(['Taken', 'much']);
      if (it_.capabilities.errorsAtFields) expect(again.fields[0]?.error).toBe('That name is taken');
      answers(async () => ({ say: card('Now it is fine'), shows: 'person' }));
      await amira.submits({ Name: 'Free' });
      await amira.sees(/Now it is fine/);
      expect(heard.at(-1)?.options).toMatchObject({ name: 'Free', long: 'much', kept: 'yes' });
    });

    it.skipIf(platform === 'slack')(
      'suggests while typing (Slack has no such thing for typed commands: the best match is taken instead)',
      async () => {
        expect(await amira.completions('/cop say wor', { in: 'general' })).toContainEqual(
          expect.objectContaining({ label: 'Suggested wor' }),
        );
      },
    );
  });
});
