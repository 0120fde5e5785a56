/** What `library.ts` says, in German. */
export const library: Readonly<Record<string, string>> = {
  Back: 'Zurück',
  'Next page': 'Nächste Seite',
  '“{0}” in the library of {1}': '„{0}“ in der Bibliothek von {1}',
  'Tagged “{0}” in the library of {1}': 'Stichwort „{0}“ in der Bibliothek von {1}',
  'The library of {0}': 'Die Bibliothek von {0}',
  'The library of {0} is still empty': 'Die Bibliothek von {0} ist noch leer',
  'Nothing about “{0}” in the library of {1}': 'Nichts zu „{0}“ in der Bibliothek von {1}',
  'Try one word of the title, or ask the others: somebody may have it and just never posted it.':
    'Versuch es mit einem Wort aus dem Titel, oder frag die anderen: Vielleicht hat es jemand und hat es nur nie gepostet.',
  'See the latest': 'Das Neueste ansehen',
  'Ask the others…': 'Die anderen fragen …',
  'The whole library shows which tags there are.': 'Die ganze Bibliothek zeigt, welche Stichwörter es gibt.',
  '{0}–{1} of {2}': '{0}–{1} von {2}',
  '{0}–{1} of more than {2}': '{0}–{1} von mehr als {2}',
  'By tag, the most used first; {0} finds the others by name. The guides are part of the library, too:':
    'Nach Stichwort, die meistgebrauchten zuerst; die übrigen findet {0} beim Namen. Auch die Leitfäden gehören dazu:',
  'By tag; the guides are part of the library, too:': 'Nach Stichwort; auch die Leitfäden gehören dazu:',
  'Guides and more tags': 'Leitfäden und weitere Stichwörter',
  'Nothing tagged “{0}” in the library of {1}': 'Nichts mit dem Stichwort „{0}“ in der Bibliothek von {1}',
  '{0}, shared by {1} on {2}': '{0}, geteilt von {1} am {2}',
  '{0}, shared on {1}': '{0}, geteilt am {1}',
  'More…': 'Mehr …',
  '\nGone from the channel on {0}': '\nSeit dem {0} nicht mehr im Kanal',
  '\nPinned': '\nAngeheftet',
  'To change, pin or remove one: press **More…** beside it, and do it there.':
    'Zum Ändern, Anheften oder Entfernen: Drück daneben **Mehr …**, dort geht es.',
  'Among the guides:': 'Bei den Leitfäden:',
  "The guides are part of it. Post a file or a link in the space and pin it, or use **Save to the library** from a message's menu.":
    'Die Leitfäden gehören dazu. Poste eine Datei oder einen Link im Raum und hefte die Nachricht an, oder nimm **In die Bibliothek legen** aus dem Menü einer Nachricht.',
  'To look at in the library of {0}': 'Zum Durchsehen in der Bibliothek von {0}',
  'The library of {0} is tidy': 'Die Bibliothek von {0} ist aufgeräumt',
  'Whoever posts a file in the space is asked once, privately, whether to keep it; whoever pins something is told its title in the library.':
    'Wer eine Datei im Raum postet, wird einmal privat gefragt, ob sie aufbewahrt werden soll; wer etwas anheftet, erfährt den Titel in der Bibliothek.',
  'Nobody is asked whether to keep the files they post, or told the title of what they pin.':
    'Wer eine Datei postet, wird nicht gefragt, ob sie aufbewahrt werden soll, und wer etwas anheftet, bekommt keine Nachricht dazu.',
  'Stop asking': 'Nicht mehr fragen',
  'Ask them': 'Fragen',
  'Still good': 'Passt noch',
  '{0}\nIts message was deleted on {1}; the entry is kept.':
    '{0}\nDie Nachricht wurde am {1} gelöscht; der Eintrag bleibt.',
  '{0}\nIt has no title of its own, so nobody finds it.': '{0}\nOhne eigenen Titel findet es niemand.',
  '{0}\nDue for another look since {1}.': '{0}\nSeit dem {1} soll jemand wieder draufschauen.',
  '{0} hardly has room for another pin': 'In {0} lässt sich kaum noch etwas anheften',
  'A channel holds only so many pins. These are the oldest; what you unpin stays in the library.':
    'In einem Kanal lässt sich nur begrenzt viel anheften. Das hier ist das Älteste; was du löst, bleibt in der Bibliothek.',
  "There's nothing left in the library to unpin. The start-up docs stay.":
    'Aus der Bibliothek ist nichts mehr zu lösen. Die Leitfäden vom Start bleiben.',
  'There are more; another word narrows it down.': 'Es gibt noch mehr; ein weiteres Wort grenzt es ein.',
  'There are more; they come up as these are done.': 'Es gibt noch mehr; sie kommen dran, wenn diese erledigt sind.',
  '**{0}**\nPinned on {1} or earlier': '**{0}**\nAngeheftet am {1} oder früher',
};
