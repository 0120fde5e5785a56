/** What the port promises, held against both adapters over the wire: messages. A gap is a declared skip, with a reason a user would accept. */
import { describe, expect, it } from 'vitest';
import type { Persona } from '../../playground/driver.ts';
import { type Card, text } from '../../src/platform/card.ts';
import { deed } from '../support/deed.ts';
import { platformNames } from '../support/stage.ts';
import { account, amira, atThePort, ben, card, it_, kindOf, newKey, playground, space } from './port.ts';

const hostile =
  '@everyone <!channel> *bold* _it_ ~no~ `code` <@U1> &amp; [x](https://example.org) # h\n> q\n- l ||s|| :smile:';

describe.each(platformNames)('%s', platform => {
  atThePort(platform);

  describe('a message', () => {
    it('shows data to the letter, and rings for nobody who is not named', async () => {
      const opened = await space();
      await it_.perform.post({ to: opened, card: card(hostile) }, newKey());
      const [seen] = (await amira.reads('cop-wound-care')).filter(one => one.byBot);
      expect(seen?.text.replace(/\s+/g, ' ')).toContain(hostile.replace(/\s+/g, ' '));
      expect(seen?.rings).toEqual([]);
    });

    it('names people so that it rings', async () => {
      const opened = await space();
      await it_.perform.post(
        {
          to: opened,
          card: {
            body: [{ kind: 'text', text: text`Welcome ${{ who: { name: 'Amira', account: account(amira) } }}` }],
          },
        },
        newKey(),
      );
      expect((await amira.sees(/Welcome @Amira Haddad/)).rings).toEqual(['Amira Haddad']);
    });

    it('is found again by its key alone', async () => {
      const opened = await space();
      const [mine, since] = [newKey(), Date.now()];
      const input = { to: opened, card: card('Hello') };
      expect(await it_.find.post(input, mine, since)).toBeUndefined();
      const posted = await it_.perform.post(input, mine);
      expect(await it_.find.post(input, mine, since)).toEqual(posted);
      expect(await it_.find.post(input, newKey(), since)).toBeUndefined();
    });

    it('goes to a person, and is found there', async () => {
      const [mine, since] = [newKey(), Date.now()];
      const input = { to: { person: account(ben) }, card: card('For you') };
      const posted = await it_.perform.post(input, mine);
      await ben.sees(/For you/, { in: 'direct message' });
      expect(await it_.find.post(input, mine, since)).toEqual(posted);
      expect(amira.seesNow(/For you/)).toEqual([]);
    });

    it('is revised and pinned, as often as it is asked', async () => {
      const opened = await space();
      const posted = await it_.perform.post({ to: opened, card: card('First') }, newKey());
      for (let n = 0; n < 2; n++) await it_.perform.revise({ message: posted, card: card('Second') }, newKey());
      for (let n = 0; n < 2; n++) await it_.perform.pin({ message: posted }, newKey());
      expect((await amira.pinsOf('cop-wound-care')).map(one => one.text)).toEqual([expect.stringContaining('Second')]);
    });

    it('that is gone says so', async () => {
      const opened = await space();
      const nowhere = { channel: opened, id: platform === 'slack' ? '1.000001' : '99999999999999999' };
      expect(await kindOf(it_.perform.revise({ message: nowhere, card: card('x') }, newKey()))).toBe('gone');
      expect(
        await kindOf(
          it_.perform.post(
            { to: { ...opened, id: platform === 'slack' ? 'C0NONE' : '99999999999999999' }, card: card('x') },
            newKey(),
          ),
        ),
      ).toBe('gone');
    });

    it('of any length is cut, never refused', async () => {
      const opened = await space();
      const long = 'word '.repeat(4000);
      const body = Array.from({ length: 60 }, (_, n): Card['body'][number] => ({
        kind: 'text',
        text: text`${n} ${long.slice(0, 300)}`,
        buttons: [{ label: `B${n}`, does: deed('thing press', { n: String(n) }) }],
      }));
      for (const one of [
        card(long),
        { title: text`${long}`, body: [{ kind: 'guide', title: long, markdown: long }] },
        { body },
        { body: [{ kind: 'facts', facts: [{ label: long, value: text`${long}` }] }] },
      ] as Card[])
        await it_.perform.post({ to: opened, card: one }, newKey());
      expect((await amira.reads('cop-wound-care')).filter(one => one.byBot).length).toBeGreaterThanOrEqual(4);
    });
  });

  describe('a Home', () => {
    it('is shown to one person where the platform has one, and drawn only when it changes', async () => {
      const show = (who: Persona, words: string) =>
        it_.perform['show-home']({ of: account(who), home: card(words) }, newKey());
      if (!it_.capabilities.home) return expect(await kindOf(show(amira, 'Yours'))).toBe('unsupported');
      await show(amira, 'Yours');
      await amira.sees(/Yours/, { in: 'home' });
      playground.clearTraffic();
      await show(amira, 'Yours');
      expect(playground.traffic).toEqual([]);
      await show(amira, 'Changed');
      await amira.sees(/Changed/, { in: 'home' });
      expect(ben.seesNow(/Yours|Changed/)).toEqual([]);
    });
  });

  it("tells somebody's time zone where the platform knows it, and asks once", async () => {
    const zones = [await it_.timeZoneOf(account(amira)), await it_.timeZoneOf(account(amira))];
    expect(zones).toEqual(platform === 'slack' ? ['Europe/London', 'Europe/London'] : [undefined, undefined]);
    expect(playground.traffic.filter(one => one.name === 'users.info').length).toBe(platform === 'slack' ? 1 : 0);
    expect(await it_.timeZoneOf({ ...account(amira), id: 'U0NOBODY' })).toBeUndefined();
  });
});
