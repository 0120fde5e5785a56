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
  'Three to five conversations to have before you meet.': 'Drei bis fünf Gespräche, bevor ihr euch trefft.',
  'How a CoP grows, what feeds it, and what to do this week.':
    'Wie eine CoP wächst, was sie nährt und was du diese Woche tun kannst.',
  'For facilitators: five things for this week, and how everything works.':
    'Für die Begleitung: fünf Dinge für diese Woche, und wie alles geht.',
};
