/** What the port promises, held against both adapters over the wire: what people press. A gap is a declared skip, with a reason a user would accept. */
import { describe, expect, it } from 'vitest';
import { text } from '../../src/platform/card.ts';
import { deed } from '../support/deed.ts';
import { platformNames } from '../support/stage.ts';
import { account, amira, answers, atThePort, ben, card, heard, it_, kindOf, newKey, space } from './port.ts';

describe.each(platformNames)('%s', platform => {
  atThePort(platform);

  describe('what people do', () => {
    const pressable = (command: string) =>
      card('Press me', [{ label: 'Go', does: deed(command, { n: '1' }), style: 'primary' }]);

    it('a press on a card draws that card anew', async () => {
      const posted = await it_.perform.post(
        { to: { person: account(amira) }, card: pressable('thing press') },
        newKey(),
      );
      await amira.sees(/Press me/);
      await amira.presses('Go');
      const seen = await amira.sees(/Done: \{"n":"1"\}/, { in: 'direct message' });
      expect(seen.id).toBe(posted.id);
      expect(seen.buttons).toEqual([]);
      // a direct message on Discord tells no server
      expect(heard[0]).toMatchObject({
        from: 'card',
        on: { id: posted.id, channel: { id: posted.channel.id } },
        by: { id: amira.id },
      });
    });

    it.each([2, 7])('what is chosen from a menu of %i does what a button would', async many => {
      const body = [
        {
          kind: 'text' as const,
          text: text`Wound Care`,
          menu: {
            label: 'What else?',
            buttons: Array.from({ length: many }, (_, n) => ({
              label: `Thing ${n + 1}`,
              does: deed('thing press', { n: String(n + 1) }),
            })),
          },
        },
      ];
      await it_.perform.post({ to: { person: account(amira) }, card: { body } }, newKey());
      await amira.sees(/Wound Care/);
      await amira.chooses(platform === 'slack' && many <= 5 ? 'Wound Care' : 'What else?', 'Thing 2');
      await amira.sees(/Done: \{"n":"2"\}/, { in: 'direct message' });
      expect(heard[0]).toMatchObject({ command: 'thing press', options: { n: '2' }, from: 'card' });
    });

    it('a refusal goes to the presser alone, and the card stays', async () => {
      const opened = await space();
      await it_.perform.admit({ space: opened, who: [account(ben)] }, newKey());
      await it_.perform.post({ to: opened, card: pressable('thing refuse') }, newKey());
      answers(async () => ({ say: card('No, because'), shows: 'person' }));
      await ben.sees(/Press me/);
      await ben.presses('Go');
      expect((await ben.sees(/No, because/)).onlyYou).toBe(true);
      expect(amira.seesNow(/No, because/)).toEqual([]);
      expect((await amira.sees(/Press me/)).buttons).toHaveLength(1);
    });

    it('a form opened from a card draws that card anew when it is sent', async () => {
      const posted = await it_.perform.post(
        { to: { person: account(amira) }, card: pressable('thing form') },
        newKey(),
      );
      answers(async () => ({ say: card('Sent and drawn'), shows: 'card' }));
      await amira.sees(/Press me/);
      await amira.presses('Go');
      await amira.form();
      await amira.submits({ Name: 'x' });
      expect((await amira.sees(/Sent and drawn/, { in: 'direct message' })).id).toBe(posted.id);
      expect(heard.at(-1)).toMatchObject({ from: 'form', on: { id: posted.id } });
    });

    it('a private answer that says it goes on can be drawn anew until its time is over', async () => {
      answers(async () => ({ say: card('Done: it begins'), shows: 'person', goesOn: true }));
      await amira.types('/cop ask', { in: 'general' });
      await amira.form();
      await amira.submits({ Name: 'x' });
      await amira.sees(/Done:/);
      const reply = heard.at(-1)?.reply;
      if (!reply) throw new Error('no reply');
      expect(reply.expiresAt).toBeGreaterThan(Date.now() + 60_000);
      await it_.perform.answer({ reply, card: card('Halfway there') }, newKey());
      await amira.sees(/Halfway there/);
      expect(amira.seesNow(/Done:/)).toEqual([]);
      expect(
        await kindOf(
          it_.perform.answer(
            {
              reply: {
                ...reply,
                token: JSON.stringify({
                  ...JSON.parse(reply.token),
                  ...(platform === 'slack' ? { view: 'V0NONE' } : { token: 'none' }),
                }),
              },
              card: card('x'),
            },
            newKey(),
          ),
        ),
      ).toBe('gone');
    });

    it('what is drawn in place of an answer before that was given comes after it', async () => {
      let drawn: Promise<unknown> = Promise.resolve();
      answers(async ({ reply }) => {
        if (!reply) throw new Error('no reply');
        drawn = it_.perform.answer({ reply, card: card('Halfway there') }, newKey());
        await it_.perform.post({ to: { person: account(ben) }, card: card('Meanwhile') }, newKey()); // by then it would stand there
        return { say: card('It begins'), shows: 'person', goesOn: true };
      });
      await amira.types('/cop ask', { in: 'general' });
      await amira.form();
      await amira.submits({ Name: 'x' });
      await amira.sees(/Halfway there/);
      await drawn;
      expect(amira.seesNow(/It begins/)).toEqual([]);
    });

    it("the menu of a message opens a form that knows the message, and so does the form's submission", async () => {
      const opened = await space();
      const posted = await amira.posts('cop-wound-care', 'Look at https://example.org/a', [
        { name: 'a.pdf', type: 'application/pdf', body: new Uint8Array(3) },
      ]);
      await amira.uses('Save to the library', posted);
      await amira.form();
      const known = {
        channel: { id: opened.id },
        id: posted.id,
        author: amira.id,
        byBot: false,
        permalink: posted.permalink,
        files: [{ name: 'a.pdf' }],
        links: [{ url: 'https://example.org/a' }],
      };
      expect(heard[0]).toMatchObject({ command: 'thing save', from: 'shortcut', message: known });
      await amira.submits({ Name: 'x' });
      await amira.sees(/Done:/);
      expect(heard.at(-1)?.message).toMatchObject(known);
    });
  });
});
