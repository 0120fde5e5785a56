/** What `notes.ts`, `promise.ts` and `meeting-refusals.ts` say, in German. */
export const notes: Readonly<Record<string, string>> = {
  'Write it up…': 'Aufschreiben …',
  'Write the meeting up': 'Treffen aufschreiben',
  'Read the notes': 'Notizen lesen',
  'What did we learn?': 'Was haben wir gelernt?',
  'A few lines are plenty. Whoever couldn’t be there reads them too':
    'Ein paar Zeilen reichen. Wer nicht dabei war, liest sie auch',
  'What did we promise?': 'Was haben wir versprochen?',
  'One per line; start with a name, if you like: “@Ben brings an air cushion”':
    'Eins pro Zeile, gern mit Namen zuerst: „@Ben bringt ein Luftkissen mit“',
  'It goes into the library of **{0}** and into its space. Only members read it.':
    'Es kommt in die Bibliothek von **{0}** und in den Raum. Nur Mitglieder lesen es.',
  'Put it in the library': 'In die Bibliothek',
  'When next, in {0}?': 'Wann wieder (Zeit {0})?',
  'When do we meet next?': 'Wann treffen wir uns wieder?',
  'You see it first; nothing is called before you say so':
    'Du siehst es zuerst; angesetzt wird nichts, bevor du Ja sagst',
  'Write in a line or two what you learned.': 'Schreib in ein, zwei Zeilen, was ihr gelernt habt.',
  'More than {0} are hard to keep in view. Keep those that matter most.':
    'Mehr als {0} verliert man aus dem Blick. Lass die stehen, auf die es ankommt.',
  'One of these has more than {0} characters: “{1}”. Say it in fewer.':
    'Eins davon hat mehr als {0} Zeichen: „{1}“. Fass es kürzer.',
  '{0} has written it up meanwhile. Send it again to put yours in its place.':
    '{0} hat es inzwischen aufgeschrieben. Schick deins noch einmal ab, um es zu ersetzen.',
  '{0} has written it up meanwhile. What you typed is still here: copy it and give it to them, or to a facilitator.':
    '{0} hat es inzwischen aufgeschrieben. Was du getippt hast, steht noch hier: Kopier es und gib es dorthin weiter, oder an Begleitende.',
  '**What we promised**': '**Was wir versprochen haben**',
  'Written by {0}.': 'Aufgeschrieben von {0}.',
  'Notes: {0}': 'Notizen: {0}',
  'These notes are not in the library of **{0}** any more.':
    'Diese Notizen sind nicht mehr in der Bibliothek von **{0}**.',
  'Revise them…': 'Überarbeiten …',
  'In the library': 'In der Bibliothek',
  'Written up: the notes of **{0}** are in the library, and on their way to {1}. Thank you.':
    'Aufgeschrieben: Die Notizen zu **{0}** sind in der Bibliothek und stehen gleich in {1}. Danke.',
  'Saved. The notes of **{0}** are brought up to date wherever they were posted.':
    'Gespeichert. Die Notizen zu **{0}** werden überall angepasst, wo sie gepostet sind.',
  'And this is the next one:': 'Und das ist das nächste:',
  '{0} has written it up.': '{0} hat es aufgeschrieben.',
  "It's written up.": 'Es ist aufgeschrieben.',
  '**{0}** is over, and you had offered to write it up. A few lines are plenty: what you learned, and what you promised each other.':
    '**{0}** ist vorbei, und du hattest angeboten, es aufzuschreiben. Ein paar Zeilen reichen: was ihr gelernt und was ihr einander versprochen habt.',
  "Would you, or somebody else, write up **{0}**? Three lines are plenty, and those who couldn't come will be glad of them.":
    'Magst du **{0}** aufschreiben, oder jemand anders? Drei Zeilen reichen, und wer nicht da war, freut sich darüber.',
  "If nobody does, that's fine. You won't be asked again.":
    'Wenn es niemand tut, ist das in Ordnung. Du wirst nicht noch einmal gefragt.',
  'This meeting is still to come. Once it has begun, everybody in its CoP can write it up.':
    'Dieses Treffen kommt erst noch. Sobald es begonnen hat, können alle in der CoP es aufschreiben.',
  'That meeting was written up anew meanwhile, so these notes stay out of the library of **{0}**. {1} leads to the new ones.':
    'Dieses Treffen wurde inzwischen neu aufgeschrieben, deshalb bleiben diese Notizen aus der Bibliothek von **{0}** draußen. {1} führt zu den neuen.',
  '{0} Whoever wrote it and the facilitators can revise it: tell them what is missing.':
    '{0} Überarbeiten kann es, wer es geschrieben hat oder die CoP begleitet: Sag dort, was fehlt.',
  'What is next': 'Was ansteht',
  'What is next in {0}': 'Was ansteht in {0}',
  'Nothing here has a deadline. After two months it goes by itself.':
    'Nichts hier hat eine Frist. Nach zwei Monaten verschwindet es von selbst.',
  Meetings: 'Treffen',
  'From the first': 'Von vorn',
  "That's all there is.": 'Das ist alles.',
  'Nothing is open. What you promise each other at a meeting appears here once somebody has written it up.':
    'Es ist nichts offen. Was ihr einander bei einem Treffen versprecht, steht hier, sobald es jemand aufgeschrieben hat.',
  '{0}\nDone {1}': '{0}\nErledigt {1}',
  '{0}\nSince {1}': '{0}\nSeit {1}',
  'Not yet after all': 'Doch noch nicht',
  'Done: “{0}”. Thank you.': 'Erledigt: „{0}“. Danke.',
  "It's open again: “{0}”.": 'Wieder offen: „{0}“.',
  "That isn't on the list any more: it was let go, or the notes were revised.":
    'Das steht nicht mehr auf der Liste: Es hat sich erledigt, oder die Notizen wurden überarbeitet.',
  "Only whoever promised it can say whether it's done; where that is nobody in particular, a facilitator can.":
    'Ob es erledigt ist, sagt, wer es versprochen hat; war das niemand Bestimmtes, sagen es die Begleitenden.',
};
