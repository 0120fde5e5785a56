/** What `directory.ts` says, in German. */
export const directory: Readonly<Record<string, string>> = {
  'No CoP found for “{0}”': 'Keine CoP gefunden für „{0}“',
  'There is no CoP here yet': 'Hier gibt es noch keine CoP',
  'It may go by another name: try one word of it, or see all there are. If nobody has started it yet, you could.':
    'Vielleicht heißt sie anders: Versuch es mit einem Wort daraus, oder sieh dir alle an. Wenn es sie noch nicht gibt, kannst du sie gründen.',
  'See all CoPs': 'Alle CoPs ansehen',
  'There is no CoP for you to join just now': 'Gerade gibt es keine CoP, der du beitreten könntest',
  'You are in all that there are, or there are none yet. You could start one.':
    'Du bist schon in allen, oder es gibt noch keine. Du könntest eine gründen.',
  'Which one would you like to join?': 'Welcher möchtest du beitreten?',
  'You could start the first: it takes a few short questions.':
    'Du könntest die erste gründen: Das sind nur ein paar kurze Fragen.',
  '\nMeets next: {0}': '\nTrifft sich als Nächstes: {0}',
  'Or one of these:': 'Oder eine von diesen:',
  'Choose one': 'Eine auswählen',
  '\nYou are in: {0}{1}': '\nDu bist dabei: {0}{1}',
  '\nIt is being opened for you.': '\nSie wird gerade für dich geöffnet.',
  'There are more; a word after {0} narrows it down.': 'Es gibt noch mehr; ein Wort nach {0} grenzt es ein.',
  'CoPs that match “{0}”': 'CoPs, die zu „{0}“ passen',
  'Communities of Practice here': 'Communities of Practice hier',
  'Request to join': 'Beitritt anfragen',
  '\nNobody is in it just now, and nobody looks after it: a request to join is kept until somebody does.':
    '\nGerade ist niemand dabei, und niemand kümmert sich darum: Eine Anfrage wird aufbewahrt, bis es jemand tut.',
  '\nNobody looks after it just now: a request to join is kept until somebody does.':
    '\nGerade kümmert sich niemand darum: Eine Anfrage wird aufbewahrt, bis es jemand tut.',
  'This one': 'Diese',
  "What you typed doesn't fit a button; please type it once more there, or in the CoP's own space.":
    'Was du geschrieben hast, passt auf keinen Knopf; bitte schreib es dort noch einmal, oder im Raum der CoP selbst.',
  "What you typed doesn't fit a button; please type it once more there.":
    'Was du geschrieben hast, passt auf keinen Knopf; bitte schreib es dort noch einmal.',
  "We share several servers, and a direct message doesn't say which.":
    'Wir sind auf mehreren Servern zusammen, und eine Direktnachricht sagt nicht, um welchen es geht.',
  'Which server do you mean?': 'Welchen Server meinst du?',
  'Which one do you mean?': 'Welche meinst du?',
};
