/** What `sought.ts` says, in German. */
export const sought: Readonly<Record<string, string>> = {
  'Ask the others': 'Die anderen fragen',
  'Everybody in the space of **{0}** reads it, with your name.': 'Alle im Raum von **{0}** lesen es, mit deinem Namen.',
  'What are you looking for?': 'Was suchst du?',
  'Say what you are looking for.': 'Sag, was du suchst.',
  'Your question is on its way to {0}. What is posted there and pinned is found here from then on.':
    'Deine Frage ist auf dem Weg in {0}. Was dort gepostet und angeheftet wird, findet man ab dann hier.',
  "{0} looked for this in the library of **{1}** and didn't find it:":
    '{0} hat das in der Bibliothek von **{1}** gesucht und nicht gefunden:',
  "Somebody looked for this in the library of **{0}** and didn't find it:":
    'Jemand hat das in der Bibliothek von **{0}** gesucht und nicht gefunden:',
  "Do you have it? Post it here and pin it: then it's in the library for everybody.":
    'Hast du es? Poste es hier und hefte es an: Dann ist es für alle in der Bibliothek.',
};
