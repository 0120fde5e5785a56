/** What stands in a space: the bot's own cards, and what people have posted and pinned. */
import { expect } from 'vitest';
import type { SeenMessage } from '../../../../playground/driver.ts';
import { afternoonIn, announcesClosing, whenIn } from '../../../support/scenes.ts';
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

const support = { in: 'support' } as const;
const conversationCards = async ({ joan }: Village): Promise<readonly SeenMessage[]> =>
  (await joan.reads('support')).filter(one => one.byBot && /would like to talk with you about/.test(one.text));

/** Amira's first conversation, asked for while the bot is there; then by hand. */
const onceAsked =
  (work: (village: Village) => Promise<void>): Row['byHand'] =>
  async village => {
    const { when, stage, amira, joan } = village;
    const asks = async () => {
      await amira.types('/cop support', here);
      await amira.form();
      await amira.submits({ 'How would you like it?': 'By phone' });
      await joan.sees(/Amira Haddad would like to talk with you about Wound Care/, support);
      await stage.settled();
    };
    if (when === 'at once') {
      await asks();
      return work(village);
    }
    await stage.away(async () => {});
    await asks();
    return stage.away(() => work(village));
  };

const heel = /^What would we do with this heel/; // not what is said to who comes

/** Ben's meeting, called while the bot is there, and Amira comes; then by hand. */
const onceCalled: Row['byHand'] = async village => {
  const { when, stage, amira, person, clock } = village;
  const calls = async () => {
    const ben = person('Ben');
    await ben.types('/cop meet', here);
    const form = await ben.form();
    await ben.submits({
      ...{ 'What about?': 'What would we do with this heel?', 'How?': 'One real problem' },
      ...whenIn(form, afternoonIn(clock.now(), 3)),
    });
    await ben.presses('Yes, call it');
    await amira.sees(heel, here);
    await amira.presses("I'll come", here);
    await amira.sees(/You're coming to/);
    await stage.settled();
  };
  if (when === 'at once') {
    await calls();
    return deletes(village, heel);
  }
  await stage.away(async () => {});
  await calls();
  return stage.away(() => deletes(village, heel));
};

const toBeClosed = /would close it on/;

/** It is said while the bot is there; then by hand. */
const onceAnnounced: Row['byHand'] = async village => {
  const { when, stage, amira } = village;
  const announces = () => announcesClosing(stage.platform, amira);
  if (when === 'at once') {
    await announces();
    await stage.settled();
    return deletes(village, toBeClosed);
  }
  await stage.away(async () => {});
  await announces();
  await stage.settled();
  return stage.away(() => deletes(village, toBeClosed));
};

export const cardRows: readonly Row[] = [
  {
    what: 'the card that says that a CoP is to be closed is deleted',
    members: ['Joan', 'Ben'],
    byHand: onceAnnounced,
    async becomes({ amira, person, stage }) {
      await person('Ben').presses('Wait', { in: space });
      await amira.sees(/Ben Okafor would rather Wound Care wasn't closed yet/, dm);
      await stage.settled();
    },
  },
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
    what: 'the card of a meeting is deleted',
    members: ['Joan', 'Ben'],
    byHand: onceCalled,
    async becomes(village) {
      const { amira, person, stage, clock, until } = village;
      const ben = person('Ben');
      const known = () =>
        stage.store.db.selectFrom('posts').select('message').where('message', '=', 'meeting').execute();
      await until(async () => (await known()).length === 0, 'it to be known as deleted');
      await stage.settled();
      expect(await cards(village, heel)).toEqual([]);
      await ben.types('/cop meetings', here);
      await ben.presses('Post its card again');
      await ben.sees(/Its card is in/);
      await ben.sees(/Coming: Amira Haddad/, here);
      await stage.settled();
      expect(await cards(village, heel)).toHaveLength(1);
      const isDiscord = stage.platform === 'discord';
      await ben.chooses(isDiscord ? 'More…' : '', 'Move it…', here);
      await ben.submits(whenIn(await ben.form(), afternoonIn(clock.now(), 4)));
      await amira.sees(/has changed.*Amira Haddad/s, isDiscord ? { in: 'One real problem' } : here);
      await stage.settled();
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
  {
    what: 'the card of a first conversation is deleted',
    supported: true,
    byHand: onceAsked(async village => {
      const [card] = await conversationCards(village);
      if (!card) throw new Error('there is no such card');
      await village.joan.deletes(card);
    }),
    async becomes(village) {
      const { joan, stage } = village;
      await joan.sees(/deleted the card of the conversation with @?Amira Haddad about Wound Care/, support);
      await stage.away(async () => {}); // looked at again: they are told once
      await stage.settled();
      expect(joan.seesNow(/deleted the card of the conversation/, support)).toHaveLength(1);
      expect(await conversationCards(village)).toEqual([]);
      await joan.presses('Post it again', support);
      await joan.sees(/stands in this channel again/, support);
      await stage.settled();
      const [card, ...others] = await conversationCards(village);
      expect([card?.buttons.map(one => one.label), others]).toEqual([["I'll take it", 'Done', 'Add notes'], []]);
    },
  },
];
