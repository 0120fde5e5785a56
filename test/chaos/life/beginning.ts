/** Started, spread, and asked into. */
import { type Act, asksIn, dm, fills, here, space } from './act.ts';

/** Before any harm is done. */
export const prelude: Act = {
  name: 'set-up',
  async play(cast) {
    const joan = cast.person('Joan');
    await joan.makesChannel('support', { private: true });
    await joan.brings('CoP Bot', 'support');
    if (cast.platform === 'slack') await joan.brings('CoP Bot', 'announcements'); // as in a workspace of one's own; it may not read there
    for (const [section, values] of [
      ['Support Team and starting', { "The Support Team's channel": 'support' }],
      ['Forum', { "The Facilitators' forum": 'Make one' }],
    ] as const) {
      await joan.types('/cop setup', here);
      await joan.presses(section);
      await fills(joan, values as never);
      await joan.sees(/Saved/);
    }
  },
};

export const beginning: readonly Act[] = [
  {
    name: 'start',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.types('/startcop', here);
      await fills(amira, { Name: 'Wound Care', 'What do you care about?': 'Healing wounds' });
    },
  },
  {
    name: 'share',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.types('/cop share', space);
      await fills(amira, { 'In which channel?': 'announcements' });
      await amira.sees(/The invitation to Wound Care is in #announcements/);
    },
  },
  { name: 'ask in', play: asksIn('Ben', 'I run a clinic') },
  {
    name: 'approve',
    async play(cast) {
      await cast.person('Amira').presses('Approve', { ...dm, with: /Ben Okafor asks to join/ });
    },
  },
  { name: 'ask in again', play: asksIn('Dev', 'I build things') },
  {
    name: 'talk first',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.presses('Talk first', { ...dm, with: /Dev Patel asks to join/ });
      await fills(amira, { 'Your words': 'Do you have Thursdays?' });
    },
  },
  {
    name: 'decline',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.presses('Decline…', { ...dm, with: /Dev Patel asks to join/ });
      await fills(amira, { 'A kind word with it (optional)': 'Full until May' });
    },
  },
  { name: 'ask in once more', play: asksIn('Dev', 'It is May') },
  {
    name: 'withdraw',
    async play(cast) {
      const dev = cast.person('Dev');
      await dev.types('/cop home', here);
      await dev.presses('Withdraw the request', { with: /This week/ });
    },
  },
  {
    name: 'invite',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.types('/cop invite', space);
      await fills(amira, { 'Who would care about this?': ['Dev Patel'] });
      await amira.sees(/Invitations to Wound Care/);
    },
  },
  {
    name: 'accept',
    async play(cast) {
      await cast.person('Dev').presses('Join', { ...dm, with: /invites you to Wound Care/ });
    },
  },
];
