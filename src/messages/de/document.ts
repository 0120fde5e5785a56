/** What `document.ts` says, in German. */
export const document: Readonly<Record<string, string>> = {
  '**{0}** is in the library of {1} already.': '**{0}** ist schon in der Bibliothek von {1}.',
  'Saved: **{0}** is in the library of {1}.': 'Gespeichert: **{0}** ist in der Bibliothek von {1}.',
  "What you pinned in **{0}** is in its library now, but I can't read it. What should it be called?":
    'Was du in **{0}** angeheftet hast, ist jetzt in der Bibliothek, aber ich kann es nicht lesen. Wie soll es heißen?',
  'Kept in the library of **{0}** as **{1}**.': 'In der Bibliothek von **{0}** aufbewahrt als **{1}**.',
  'Change the title': 'Titel ändern',
  'Pinned on {0}': 'Angeheftet am {0}',
  'Posted on {0}': 'Gepostet am {0}',
  'Open it': 'Öffnen',
  'Keep **{0}** in the library of **{1}**? There the others find it again.':
    'Soll **{0}** in der Bibliothek von **{1}** aufbewahrt werden? Dort finden die anderen es wieder.',
  'Keep it…': 'Aufbewahren …',
  'Not this one': 'Dieses nicht',
  'It stays where you posted it, and is not in the library.':
    'Sie bleibt, wo du sie gepostet hast, und ist nicht in der Bibliothek.',
  Open: 'Öffnen',
  'Back to the list': 'Zurück zur Liste',
  Edit: 'Ändern',
  'Gone from the channel: its message was deleted on {0}. This is what the library still holds.':
    'Nicht mehr im Kanal: Die Nachricht wurde am {0} gelöscht. Das hier hat die Bibliothek noch.',
  Unpin: 'Lösen',
  Pin: 'Anheften',
  'Send me the file': 'Schick mir die Datei',
  Kind: 'Art',
  Address: 'Adresse',
  Type: 'Format',
  '{0} bytes': '{0} Byte',
  '{0} KB': '{0} KB',
  '{0}.{1} MB': '{0},{1} MB',
  'Why it matters': 'Warum es wichtig ist',
  Tags: 'Stichwörter',
  'Shared by': 'Geteilt von',
  'Shared on': 'Geteilt am',
  'Looked after by': 'Darum kümmert sich',
  'Copy of the file': 'Kopie der Datei',
  'kept since {0}': 'aufbewahrt seit {0}',
  'Due for another look': 'Wieder draufschauen am',
  'Remove **{0}** from the library of **{1}**? Its message stays where it is, and for a day you can have it back.':
    '**{0}** aus der Bibliothek von **{1}** nehmen? Die Nachricht bleibt, wo sie ist, und einen Tag lang kannst du es zurückholen.',
  'Remove **{0}** from the library of **{1}**? Nobody finds them there any more, and for a day you can have them back.':
    '**{0}** aus der Bibliothek von **{1}** nehmen? Dort findet sie dann niemand mehr, und einen Tag lang kannst du sie zurückholen.',
  'Remove **{0}** from the library of **{1}**? Nobody finds them there any more; their card in the closed space stays as it is. For a day you can have them back.':
    '**{0}** aus der Bibliothek von **{1}** nehmen? Dort findet sie dann niemand mehr; die Karte im geschlossenen Raum bleibt, wie sie ist. Einen Tag lang kannst du sie zurückholen.',
  'Remove **{0}** from the library of **{1}**? Their card in the space says so then, and for a day you can have them back.':
    '**{0}** aus der Bibliothek von **{1}** nehmen? Auf der Karte im Raum steht es dann, und einen Tag lang kannst du sie zurückholen.',
  'Remove **{0}** from the library of **{1}**? Nobody finds it there any more, and for a day you can have it back.':
    '**{0}** aus der Bibliothek von **{1}** nehmen? Dort findet es dann niemand mehr, und einen Tag lang kannst du es zurückholen.',
  'Remove it': 'Herausnehmen',
  'Leave it there': 'Drin lassen',
  '**{0}** is out of the library of **{1}**.': '**{0}** ist nicht mehr in der Bibliothek von **{1}**.',
  'Put it back in the library': 'Zurück in die Bibliothek',
  "I couldn't change the pin of **{0}** in **{1}**. Where you see its message, you can do it yourself, from its menu.":
    'Ich konnte **{0}** in **{1}** nicht anheften oder lösen. Wo du die Nachricht siehst, geht es auch von Hand, über ihr Menü.',
  "**{0}** can't be pinned in **{1}**: its message was deleted. The library keeps the entry.":
    '**{0}** kann in **{1}** nicht angeheftet werden: Die Nachricht wurde gelöscht. Den Eintrag behält die Bibliothek.',
  'Remove from the library': 'Aus der Bibliothek nehmen',
  File: 'Datei',
  Message: 'Nachricht',
  "It's back in the library.": 'Es ist wieder in der Bibliothek.',
  'Unpinned. The library keeps it.': 'Gelöst. In der Bibliothek bleibt es.',
  'Pinned in the space.': 'Im Raum angeheftet.',
  'Saved.': 'Gespeichert.',
  'Saved. Only a member can look after it, so that has stayed as it was.':
    'Gespeichert. Nur ein Mitglied kann sich darum kümmern, das ist also geblieben, wie es war.',
};
