/** A year of one community: started, shared, handed over, at rest over the summer, closed with a harvest, opened again; and one of its people forgotten. */
import { afternoonIn, askIn, setUp, startCop, whenIn } from '../support/scenes.ts';
import type { Scene } from './scene.ts';

const space = { in: 'cop-wound-care' } as const;
/** What Carla writes: nothing of it is left once she is forgotten; what she saved of Dev's is. */
export const words = {
  hers: 'Was wir wissen',
  devs: 'Bandages compared',
  hello: 'Carla, Wundschwester in Porto',
  carla: 'In meiner Klinik heilt das Bein von Frau K. nicht',
};
const dm = { in: 'direct message' } as const;

export const scenes: readonly Scene[] = [
  {
    does: 'Joan sets the bot up, and Amira starts Wound Care',
    async play({ amira, joan, it }, look) {
      await setUp(joan);
      await startCop(amira);
      await look(amira, /Your space is ready/);
      await it.settled();
    },
  },
  {
    does: 'Ben and Dev ask to join, and Amira says yes to both',
    async play({ amira, ben, dev, it }, look) {
      for (const who of [ben, dev]) {
        await askIn(who, `${who.name} would learn about dressings`);
        await look(amira, new RegExp(`${who.name} asks to join`), dm);
        await amira.presses('Approve', { ...dm, with: new RegExp(`${who.name} asks`) });
        await look(who, /You're in/, dm);
      }
      await it.settled();
    },
  },
  {
    does: 'Ben pins a protocol; Dev saves a review, and carries a role',
    async play({ ben, dev, it, days }, look) {
      await days(30);
      await ben.pins(await ben.posts('cop-wound-care', 'Our protocol https://example.org/protocol'));
      const review = await dev.posts('cop-wound-care', 'A review worth reading https://example.org/review');
      await dev.uses('Save to the library', review);
      await dev.form();
      await dev.submits({ Title: 'Compression review' });
      await look(dev, /Saved: Compression review/);
      await dev.types('/cop roles', space);
      await dev.presses('Volunteer', { with: /Roles in Wound Care/ });
      await dev.form();
      await dev.submits({ 'For how long?': 'Until I step back' });
      await look(dev, /You carry .* in Wound Care now/);
      await it.settled();
    },
  },
  {
    does: 'Ben calls a meeting; Amira and Dev come; Dev writes it up, and Ben does what he promised',
    async play({ amira, ben, dev, it, now, days }, look) {
      await ben.types('/cop meet', space);
      const when = whenIn(await ben.form(), afternoonIn(now(), 5));
      await ben.submits({ 'What about?': 'Which dressing, when?', 'How?': 'A case clinic', ...when });
      await look(ben, /Which dressing, when\?.*Is it right\?/s);
      await ben.presses('Yes, call it');
      await look(amira, /Which dressing, when\?.*Nobody has said yet/s, space);
      for (const who of [amira, dev]) await who.presses("I'll come", space);
      await look(ben, /Coming: (Amira|Dev).* and (Dev|Amira)/, space);
      await it.settled();
      await days(8);
      await look(dev, /We met on/, space);
      await dev.presses('Write it up…', space);
      await dev.form();
      await dev.submits({
        'What did we learn?': 'Compression first.',
        'What did we promise? (optional)': '@Ben asks the ward',
      });
      await look(amira, /Notes: Which dressing, when\?.*Compression first.*Ben Okafor: asks the ward/s, space);
      await ben.types('/cop next', space);
      await ben.presses('Done', { with: /asks the ward/ });
      await look(ben, /Done: “asks the ward”/);
      await it.settled();
    },
  },
  {
    does: 'Amira hands it over to Ben, and stays a member',
    async play({ amira, ben, it, days }, look) {
      await days(30);
      await amira.types('/cop facilitators', space);
      await amira.presses('Hand over…', { with: /Who facilitates Wound Care/ });
      await amira.form();
      await amira.submits({ 'Who might facilitate it?': 'Ben Okafor' });
      await look(ben, /facilitates Wound Care .* asks you to take over/, dm);
      await ben.presses("Yes, I'll facilitate", dm);
      await look(amira, /Ben Okafor said yes and now facilitates Wound Care/, dm);
      await it.settled();
    },
  },
  {
    does: 'Ben asks Dev to facilitate it with him, and they let it rest over the summer',
    async play({ ben, carla, dev, platform, it, days }, look) {
      await days(30);
      await ben.types('/cop facilitators', space);
      await ben.presses('Ask somebody to facilitate with me…', { with: /Who facilitates Wound Care/ });
      await ben.form();
      await ben.submits({ 'Who might facilitate it?': 'Dev Patel' });
      await look(dev, /asks you to do so together/, dm);
      await dev.presses("Yes, I'll facilitate", dm);
      await look(ben, /Dev Patel said yes and facilitates Wound Care with you/, dm);
      await it.settled();
      await dev.types(platform === 'slack' ? '/cop rest ten weeks' : '/cop tend rest until: ten weeks', space);
      await look(ben, /Wound Care rests until/, space);
      await carla.types('/cop find wound', { in: 'general' });
      await look(carla, /Ruht bis/);
      await it.settled();
    },
  },
  {
    does: 'It wakes by itself; Carla, who reads German, asks to join, and Ben lets her in; she saves a paper of hers and one of Dev’s',
    async play({ ben, carla, dev, platform, it, days }, look) {
      await days(75);
      await look(ben, /Wound Care is awake again/, space);
      await carla.types('/cop find wound', { in: 'general' });
      await carla.presses('Beitritt anfragen', { with: /Wound Care/ });
      await carla.form();
      await carla.submits({ 'Was führt dich hierher? (optional)': words.carla });
      await look(ben, /Carla Moreno asks to join/, dm);
      await ben.presses('Approve', { ...dm, with: /Carla Moreno asks/ });
      await look(carla, /Du bist dabei/, dm);
      await it.settled();
      await carla.presses('Hallo sagen …', dm);
      await carla.form();
      await carla.submits({ 'Wer bist du, in einer Zeile?': words.hello });
      await look(carla, /Noch hat es niemand gesehen/);
      await carla.presses('Posten', { with: /Noch hat es niemand gesehen/ });
      await look(ben, /Carla Moreno says hello/, space);
      await it.settled();
      const save = platform === 'slack' ? 'Save to the library' : 'In die Bibliothek legen';
      for (const [who, title] of [
        [carla, words.hers],
        [dev, words.devs],
      ] as const) {
        await carla.uses(save, await who.posts('cop-wound-care', title));
        await carla.form();
        await carla.submits({ Titel: title });
        await carla.sees(new RegExp(`Gespeichert: ${title}`));
      }
      await it.settled();
    },
  },
  {
    does: 'After two weeks Carla is asked whether she found what she came for; Ben moves on and leaves it; Dev goes on',
    async play({ ben, carla, dev, platform, it, days }, look) {
      await days(30);
      await look(carla, /Hast du gefunden, was du gesucht hast/, dm);
      await carla.presses('Ja', dm);
      await look(carla, /Schön zu hören/, dm);
      await ben.types(platform === 'slack' ? '/cop leave' : '/cop me leave', space);
      await ben.presses('Leave', { with: /Leave Wound Care\?/ });
      await look(ben, /You've left Wound Care/);
      await it.settled();
      if ((await dev.membersOf('cop-wound-care')).includes('Ben Okafor')) throw new Error('Ben is in it still');
    },
  },
  {
    does: 'Dev closes it: its members are told a week before, and Amira wants what it leaves behind',
    async play({ amira, dev, platform, it, days }, look) {
      await days(60);
      await dev.types(platform === 'slack' ? '/cop close' : '/cop tend close', space);
      await dev.form();
      await dev.submits({ 'What happened here: a story (optional)': 'We stopped using dry gauze.' });
      await look(dev, /Wound Care is to be closed/);
      await look(amira, /would close it on/, space);
      await amira.presses('Send it to me', space);
      await amira.presses('Name me in it', space);
      await days(10);
      const harvest = await look(amira, /This is what it leaves behind, for you to keep/, dm);
      if (harvest.files?.length !== 1) throw new Error('no document came with it');
      await it.settled();
    },
  },
  {
    does: 'Dev opens it again: everybody is in, and its library is as it was',
    async play({ amira, dev, platform, it, days }, look) {
      await days(30);
      await dev.types(platform === 'slack' ? '/cop reopen' : '/cop tend reopen', { in: 'general' });
      if (platform === 'slack') {
        await look(dev, /Slack lets only people bring an archived channel back/);
        await dev.presses('Make a new space');
      }
      await look(dev, /Wound Care lives on/, dm);
      await it.settled();
      const there = (await amira.channels()).find(one => !one.archived && one.name.startsWith('cop-wound-care'));
      if (!there) throw new Error('Amira is in no space of it');
      await amira.types(platform === 'slack' ? '/cop docs bandages' : '/cop docs find words: bandages', {
        in: there.name,
      });
      await look(amira, /Bandages compared/);
    },
  },
  {
    does: 'Carla would be forgotten: she is asked once, and then nothing of her is left',
    async play({ carla, platform, it, days }, look) {
      await days(30);
      await carla.types(platform === 'slack' ? '/cop forget-me' : '/cop me forget', { in: 'general' });
      await look(carla, /vergessen/i);
      await carla.presses('Mich vergessen');
      await look(carla, /Alles Gute|Mach.s gut|nichts mehr/);
      await it.settled();
      await days(1);
    },
  },
];
