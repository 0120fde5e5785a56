/** What `guide.ts` says, in German. */
export const guide: Readonly<Record<string, string>> = {
  'This guide is kept here: {0}': 'Dieser Leitfaden steht hier: {0}',
  'Open the guide': 'Leitfaden öffnen',
  'For you, as facilitator of {0}': 'Für dich, weil du {0} begleitest',
  'Start-up guide': 'Leitfaden für den Start',
  'Dialogue Interviews guide': 'Leitfaden Dialoginterviews',
  'The Virtuous Circle': 'Der gute Kreislauf',
  'Step-by-step guide': 'Schritt-für-Schritt-Leitfaden',
  "There's no guide called “{0}”": 'Einen Leitfaden „{0}“ gibt es nicht',
  'The guides': 'Die Leitfäden',
  'It may be one of these. Only you will see it.': 'Vielleicht ist es einer von diesen. Nur du siehst ihn.',
  'Which one would you like? Only you will see it.': 'Welchen möchtest du? Nur du siehst ihn.',
  'Read it': 'Lesen',
  'Is it a CoP? From the first idea to the first meeting.':
    'Ist es eine CoP? Von der ersten Idee bis zum ersten Treffen.',
  'Three to five conversations to have before you meet, and what to ask.':
    'Drei bis fünf Gespräche, bevor ihr euch trefft, und was du fragen kannst.',
  'Five small things for this week. If you manage two of them, it was a good week.':
    'Fünf kleine Dinge für diese Woche. Wenn du zwei davon schaffst, war es eine gute Woche.',
  '**1. Look around.** The guides are pinned in your space.':
    '**1. Schau dich um.** Die Leitfäden sind in deinem Raum angeheftet.',
  '**2. Write down three to five names.** Who else loses sleep over this?':
    '**2. Schreib drei bis fünf Namen auf.** Wem raubt das Thema noch den Schlaf?',
  "**3. Talk with one of them** for half an hour. Not sure what to ask? There's a guide for that.":
    '**3. Sprich mit einer Person** eine halbe Stunde. Unsicher, was du fragen sollst? Dafür gibt es einen Leitfaden.',
  '**4. Invite two people.** Tell them yourself why you thought of them.':
    '**4. Lade zwei Leute ein.** Sag ihnen selbst, warum du an sie denkst.',
  '**5. Ask for help there.** Post one real question from your own work; that makes it safe for others to ask.':
    '**5. Bitte dort um Hilfe.** Stell eine echte Frage aus deiner Arbeit; dann trauen sich auch andere.',
  'Ask in the space': 'Im Raum fragen',
  'The whole guide': 'Der ganze Leitfaden',
  'How a CoP grows, what feeds it, and what to do this week.':
    'Wie eine CoP wächst, was sie nährt und was du diese Woche tun kannst.',
  'For facilitators: five things for this week, and how everything works.':
    'Für die Begleitung: fünf Dinge für diese Woche, und wie alles geht.',
};
