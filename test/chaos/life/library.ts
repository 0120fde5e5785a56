/** Its library, its roles, and a conversation with the Support Team. */
import { type Act, documentOf, fills, here, space } from './act.ts';

export const library: readonly Act[] = [
  {
    name: 'save',
    async play(cast) {
      const dev = cast.person('Dev');
      const review =
        (await dev.reads('cop-wound-care')).find(one => /A review/.test(one.text)) ??
        (await dev.posts('cop-wound-care', 'A review worth reading https://example.org/review'));
      await dev.uses('Save to the library', review);
      await fills(dev, { Title: 'Compression review' });
    },
  },
  {
    name: 'pin a document',
    async play(cast) {
      const dev = cast.person('Dev');
      await documentOf(dev, /Compression review/);
      await dev.presses('Pin', { with: /Looked after by/ });
    },
  },
  {
    name: 'unpin it',
    async play(cast) {
      const dev = cast.person('Dev');
      await documentOf(dev, /Compression review/);
      await dev.presses('Unpin', { with: /Looked after by/ });
    },
  },
  {
    name: 'pin by hand',
    async play(cast) {
      const ben = cast.person('Ben');
      const paper =
        (await ben.reads('cop-wound-care')).find(one => /Our protocol/.test(one.text)) ??
        (await ben.posts('cop-wound-care', 'Our protocol https://example.org/protocol'));
      if (!(await ben.pinsOf('cop-wound-care')).some(one => one.id === paper.id)) await ben.pins(paper);
    },
  },
  {
    name: 'volunteer',
    async play(cast) {
      const dev = cast.person('Dev');
      await dev.types('/cop roles', space);
      await dev.presses('Volunteer', { with: /Roles in Wound Care/ });
      await fills(dev, { 'For how long?': 'Until I step back' });
    },
  },
  {
    name: 'revise',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.types('/cop edit', space);
      await amira.presses('Name and statement');
      await fills(amira, { 'Core statement': 'We are nurses, who care about wounds' });
    },
  },
  {
    name: 'ask for a conversation',
    async play(cast) {
      const amira = cast.person('Amira');
      await amira.types('/cop support', here);
      await fills(amira, { 'How would you like it?': 'By email', 'What is it about? (optional)': 'It is so quiet' });
    },
  },
  {
    name: 'take it',
    async play(cast) {
      const joan = cast.person('Joan');
      await joan.presses("I'll take it", { in: 'support' });
      await fills(joan, {});
    },
  },
];
