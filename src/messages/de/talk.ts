/** What `talk.ts` says, in German. */
export const talk: Readonly<Record<string, string>> = {
  "{0} gets your words by direct message and can answer. Only the two of you read them. They aren't kept: once the request to join {1} is answered, they are gone.":
    '{0} bekommt deine Worte als Direktnachricht und kann antworten. Nur ihr beide lest sie. Sie werden nicht aufbewahrt: Ist die Anfrage bei {1} beantwortet, sind sie weg.',
  'Your words': 'Deine Worte',
  'A question, or what they should know before they join': 'Eine Frage, oder was man vor dem Mitmachen wissen sollte',
  Reply: 'Antworten',
  "{0} wrote: “{1}”\nAbout joining {2}. Only {3} reads your answer, and it isn't kept.":
    '{0} schrieb: „{1}“\nEs geht ums Mitmachen bei {2}. Deine Antwort liest nur {3}, und sie wird nicht aufbewahrt.',
  "About joining {0}. Only {1} reads it, and it isn't kept.":
    'Es geht ums Mitmachen bei {0}. Nur {1} liest es, und es wird nicht aufbewahrt.',
  'Write a line first.': 'Schreib erst eine Zeile.',
  'On its way to {0}. Their answer comes to you by direct message.':
    'Unterwegs zu {0}. Die Antwort kommt als Direktnachricht zu dir.',
  'On its way to {0}. Their answer comes to you by direct message. Nobody is reminded of the request for three days.':
    'Unterwegs zu {0}. Die Antwort kommt als Direktnachricht zu dir. Drei Tage lang wird niemand an die Anfrage erinnert.',
  'On its way to {0}. That completes this short exchange; what is left is a yes or a no.':
    'Unterwegs zu {0}. Damit ist dieser kurze Austausch zu Ende; jetzt fehlt nur noch ein Ja oder Nein.',
  'On its way to {0}. They have written three messages, so no answer follows here; what is left is a yes or a no.':
    'Unterwegs zu {0}. Von dort kamen schon drei Nachrichten, hier folgt also keine Antwort mehr; jetzt fehlt nur noch ein Ja oder Nein.',
  'On its way to {0}. It was the last of your three messages; their answer comes to you by direct message.':
    'Unterwegs zu {0}. Das war die letzte deiner drei Nachrichten; die Antwort kommt als Direktnachricht zu dir.',
  'This was about joining **{0}**, and it is settled. {1}':
    'Es ging ums Mitmachen bei **{0}**, und das ist geklärt. {1}',
  "What was said here isn't kept.": 'Was hier gesagt wurde, wird nicht aufbewahrt.',
  "This was about joining **{0}**. What was said here isn't kept.":
    'Es ging ums Mitmachen bei **{0}**. Was hier gesagt wurde, wird nicht aufbewahrt.',
  '{0}, who facilitates **{1}**, would like a word before they answer your request to join:':
    '{0} begleitet **{1}** und möchte kurz mit dir reden, bevor die Antwort auf deine Anfrage kommt:',
  '{0}, who asks to join **{1}**, writes to you:': '{0} möchte bei **{1}** mitmachen und schreibt dir:',
  "Only you two read this. It isn't kept: once the request is answered, it is gone from here too.":
    'Nur ihr beide lest das. Es wird nicht aufbewahrt: Ist die Anfrage beantwortet, verschwindet es auch hier.',
  "Your words about joining **{0}** couldn't be delivered: the other takes no direct messages from here. Nothing else is changed, and the request still waits for an answer.":
    'Deine Worte zum Mitmachen bei **{0}** konnten nicht zugestellt werden: Die andere Person nimmt von hier keine Direktnachrichten an. Sonst hat sich nichts geändert, und die Anfrage wartet weiter auf eine Antwort.',
};
