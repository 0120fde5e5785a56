/** What is read first in a new space, and by who facilitates it: to the letter, in both languages. */
import { expect, it } from 'vitest';
import type { Cop } from '../../src/domain/cop.ts';
import { welcomeCard } from '../../src/messages/cop.ts';
import { firstWeekCard, guideInSpaceCard } from '../../src/messages/guide.ts';
import { cardIn } from '../../src/messages/language.ts';
import { spreadCard } from '../../src/messages/share.ts';
import type { Card } from '../../src/platform/card.ts';
import { ourGuides } from '../support/guides.ts';
import { wordsOf } from '../support/words.ts';

const cop = {
  id: 'C1',
  workspace: 'slack:T1',
  name: 'Wound Care',
  domain: 'Healing wounds',
  statement: 'We are nurses',
  spaceId: 'C9',
  spaceName: 'cop-wound-care',
} as unknown as Cop;
const amira = { who: { name: 'Amira' } };
const both = (card: Card): readonly string[] => [wordsOf(card), wordsOf(cardIn(card, 'de'))];

it('the welcome', () => {
  expect(both(welcomeCard(cop, [amira]))).toEqual([
    `Welcome to Wound Care
What we care about: Healing wounds
Core statement: We are nurses
Facilitator: @Amira
What is said here stays with its members; only administrators may be able to read along. The facilitators administer this space. Pin a paper or a link, and it is kept in the library.
[Library]
[Invite or share]`,
    `Willkommen bei Wound Care
Worum es uns geht: Healing wounds
Kernaussage: We are nurses
Begleitung: @Amira
Was hier gesagt wird, bleibt bei den Mitgliedern; nur Admins können vielleicht mitlesen. Die Begleitung verwaltet diesen Raum. Was ihr anheftet, Texte wie Links, steht in der Bibliothek.
[Bibliothek]
[Einladen oder teilen]`,
  ]);
});

it('the card of a guide, and of one that is kept elsewhere', () => {
  expect(wordsOf(guideInSpaceCard('start-up', ourGuides.en['start-up']))).toBe(
    'Start-up guide\nIs it a CoP? From the first idea to the first meeting.\n[Read it]',
  );
  expect(wordsOf(cardIn(guideInSpaceCard('dialogue-interviews', ourGuides.de['dialogue-interviews']), 'de'))).toBe(
    'Leitfaden Dialoginterviews\nDrei bis fünf Gespräche, bevor ihr euch trefft, und was du fragen kannst.\n[Lesen]',
  );
  const elsewhere = { name: 'start-up', title: 'How we begin', markdown: '', link: 'https://example.org/x' } as const;
  expect(wordsOf(guideInSpaceCard('start-up', elsewhere))).toBe(
    'How we begin\nIs it a CoP? From the first idea to the first meeting.\n[Open the guide]',
  );
});

it('the five things of a week', () => {
  expect(both(firstWeekCard(cop))).toEqual([
    `For you, as facilitator of Wound Care
Five small things for this week. If you manage two of them, it was a good week.
1. Look around. The guides are pinned in your space. [Open the space]
2. Write down three to five names. Who else loses sleep over this? [Start-up guide]
3. Talk with one of them for half an hour. Not sure what to ask? There's a guide for that. [Dialogue Interviews guide]
4. Invite two people. Tell them yourself why you thought of them. [Invite people]
5. Ask for help there. Post one real question from your own work; that makes it safe for others to ask. [Ask in the space]
[The whole guide]`,
    `Für dich, weil du Wound Care begleitest
Fünf kleine Dinge für diese Woche. Wenn du zwei davon schaffst, war es eine gute Woche.
1. Schau dich um. Die Leitfäden sind in deinem Raum angeheftet. [Raum öffnen]
2. Schreib drei bis fünf Namen auf. Wem raubt das Thema noch den Schlaf? [Leitfaden für den Start]
3. Sprich mit einer Person eine halbe Stunde. Unsicher, was du fragen sollst? Dafür gibt es einen Leitfaden. [Leitfaden Dialoginterviews]
4. Lade zwei Leute ein. Sag ihnen selbst, warum du an sie denkst. [Leute einladen]
5. Bitte dort um Hilfe. Stell eine echte Frage aus deiner Arbeit; dann trauen sich auch andere. [Im Raum fragen]
[Der ganze Leitfaden]`,
  ]);
});

it('how to bring somebody in', () => {
  expect(wordsOf(spreadCard(cop, true, [amira], undefined))).toBe(
    `Bring people to Wound Care
Invite people by name. Each is asked privately, and is in as soon as they say yes. [Invite people]
Share it in a channel. Whoever presses Request to join on the card asks its facilitators. [Share it]`,
  );
  expect(both(spreadCard(cop, false, [amira], 'https://example.org/c/x'))).toEqual([
    `Bring people to Wound Care
Somebody in mind? Tell @Amira, who can invite them by name.
Share it in a channel. Whoever presses Request to join on the card asks its facilitators. [Share it]
For people who aren't here yet, this page tells what it is about: https://example.org/c/x`,
    `Leute zu Wound Care holen
Denkst du an jemanden? Sag es @Amira; von dort kommt die Einladung.
Teile sie in einem Kanal. Wer auf der Karte Beitritt anfragen drückt, fragt die Begleitung. [Teilen]
Für Leute, die noch nicht hier sind, sagt diese Seite, worum es geht: https://example.org/c/x`,
  ]);
});
