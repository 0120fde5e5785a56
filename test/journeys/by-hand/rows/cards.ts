/** What stands in a space: the bot's own cards, and what people have posted and pinned. */
import { expect } from 'vitest';
import type { SeenMessage } from '../../../../playground/driver.ts';
import { type Row, space, type Village } from '../walk.ts';

const here = { in: space } as const;
const dm = { in: 'direct message' } as const;
const deletedCard = /Somebody deleted this in the space of Wound Care/;

const cards = async ({ amira }: Village, pattern: RegExp): Promise<readonly SeenMessage[]> =>
  (await amira.reads(space)).filter(one => one.byBot && pattern.test(one.text));

/** Whoever administers the place may take away what a bot has posted. */
async function deletes(village: Village, pattern: RegExp): Promise<void> {
  const [card] = await cards(village, pattern);
  if (!card) throw new Error(`nothing of the bot's says ${pattern}`);
  await village.joan.deletes(card);
}

const welcome = /What we care about/;
const circle = /The Virtuous Circle/;

const documents = ({ stage }: Village) =>
  stage.store.db.selectFrom('documents').select(['title', 'pinned', 'gone_at']).orderBy('title').execute();

/** Ben's paper, pinned and in the library while the bot is there; then by hand. */
const oncePinned =
  (work: (village: Village, paper: SeenMessage) => Promise<void>): Row['byHand'] =>
  async village => {
    const { when, stage, amira, person, until } = village;
    const pinIt = async () => {
      const paper = await person('Ben').posts(space, 'Our protocol https://example.org/protocol');
      await amira.pins(paper);
      return paper;
    };
    const known = () => until(async () => (await documents(village)).some(one => one.pinned === 1), 'it to be kept');
    const paper = await pinIt();
    if (when === 'at once') {
      await known();
      return work(village, paper);
    }
    await stage.away(async () => {});
    await known();
    return stage.away(() => work(village, paper));
  };

export const cardRows: readonly Row[] = [
  {
    what: 'the welcome, or the card of a guide, is deleted',
    members: ['Joan', 'Ben'],
    async byHand(village) {
      await deletes(village, welcome);
      if (village.when === 'at once') await village.amira.sees(deletedCard, dm);
      await deletes(village, circle);
    },
    async becomes(village) {
      const { amira, person, stage, until } = village;
      await until(
        async () => amira.seesNow(/the welcome/, dm).some(one => circle.test(one.text)),
        'both to be told of in one',
      );
      await stage.settled();
      await stage.away(async () => {}); // looked at again: they are told once
      await stage.settled();
      expect(amira.seesNow(deletedCard, dm)).toHaveLength(1);
      expect(person('Ben').seesNow(deletedCard)).toEqual([]);
      expect(await cards(village, welcome)).toEqual([]);
      await amira.presses('Post it again', dm);
      await amira.sees(/All of it stands in Wound Care again/, dm);
      await stage.settled();
      const [first, ...others] = await cards(village, welcome);
      expect([first?.pinned, others]).toEqual([true, []]);
      expect((await cards(village, circle)).filter(one => one.pinned)).toHaveLength(1);
      const said = (await amira.reads(space)).filter(one => one.byBot && !/pinned a message/.test(one.text));
      expect(said.at(-1)?.text).toMatch(welcome);
    },
  },
  {
    what: 'a message is pinned',
    members: ['Ben'],
    async byHand({ amira, person }) {
      await amira.pins(await person('Ben').posts(space, 'Our protocol https://example.org/protocol'));
    },
    async becomes(village) {
      await village.until(async () => (await documents(village)).length === 1, 'it to be in the library');
      expect(await documents(village)).toMatchObject([{ pinned: 1, gone_at: null }]);
    },
  },
  {
    what: 'a pin is taken away',
    members: ['Ben'],
    byHand: oncePinned((village, paper) => village.amira.unpins(paper)),
    async becomes(village) {
      await village.until(async () => (await documents(village)).every(one => one.pinned === 0), 'it to be unpinned');
      expect(await documents(village)).toMatchObject([{ gone_at: null }]);
      await village.amira.types('/cop docs list', here);
      await village.amira.sees(/Our protocol/);
    },
  },
  {
    what: 'the message of a document is deleted',
    members: ['Ben'],
    byHand: oncePinned((village, paper) => village.person('Ben').deletes(paper)),
    async becomes(village) {
      const { amira, until } = village;
      await until(async () => (await documents(village)).every(one => one.pinned === 0), 'its pin to be gone');
      await amira.types('/cop docs find protocol', here);
      await amira.sees(/Our protocol/);
    },
  },
];
