/** What `document-forms.ts` says, in German. */
export const documentForms: Readonly<Record<string, string>> = {
  Title: 'Titel',
  'What people will look for; a file may keep its own name':
    'Wonach man suchen wird; eine Datei darf ihren Namen behalten',
  'What people will look for': 'Wonach man suchen wird',
  'Why does it matter?': 'Warum ist es wichtig?',
  'Separated by commas: dressings, leg ulcers': 'Mit Kommas getrennt: Verbände, Unterschenkel',
  'Save to the library': 'In die Bibliothek legen',
  'It becomes part of the library of **{0}**, for its members only.':
    'Es kommt in die Bibliothek von **{0}**, nur für die Mitglieder.',
  Save: 'Speichern',
  'Keep it': 'Aufbewahren',
  'Add to the library': 'In die Bibliothek legen',
  'A link or a file, for the members of **{0}** only. A file is posted in its space, in my name and saying that it comes from you.':
    'Ein Link oder eine Datei, nur für die Mitglieder von **{0}**. Eine Datei poste ich in eurem Raum und sage dazu, dass sie von dir kommt.',
  Link: 'Link',
  'https://… Leave it empty if you add a file': 'https://… Leer lassen, wenn du eine Datei nimmst',
  'Or a file': 'Oder eine Datei',
  'Up to 10 MB; I post it in the space': 'Bis 10 MB; ich poste sie im Raum',
  Add: 'Hinzufügen',
  "That isn't an address I can read. It looks like https://example.org/page":
    'Diese Adresse kann ich nicht lesen. Sie sieht etwa so aus: https://example.org/seite',
  'The library keeps web addresses, the ones that begin with https:// or http://':
    'Die Bibliothek nimmt Adressen aus dem Web, die mit https:// oder http:// beginnen',
  "That address works on one computer or network only, so the others couldn't open it.":
    'Diese Adresse gilt nur auf einem Rechner oder in einem Netz; die anderen könnten sie nicht öffnen.',
  'That address is longer than 2,000 characters. Is there a shorter one, a "copy link" or "share" perhaps?':
    'Diese Adresse ist länger als 2.000 Zeichen. Gibt es eine kürzere, vielleicht über „Link kopieren“ oder „Teilen“?',
  'That address has a password in it. Take that out first, please.':
    'In dieser Adresse steht ein Passwort. Nimm das bitte erst heraus.',
  'Give it a title': 'Titel geben',
  'For the library of **{0}**.': 'Für die Bibliothek von **{0}**.',
  'As it is now': 'So wie jetzt',
  'In three months': 'In drei Monaten',
  'In half a year': 'In einem halben Jahr',
  'In a year': 'In einem Jahr',
  Never: 'Nie',
  'Edit the entry': 'Eintrag ändern',
  'In the library of **{0}**.': 'In der Bibliothek von **{0}**.',
  'Who looks after it?': 'Wer kümmert sich darum?',
  'When should somebody look at it again?': 'Wann soll jemand wieder draufschauen?',
  'Give it a title, so that people find it again.': 'Gib ihm einen Titel, damit man es wiederfindet.',
  'Give a link, or choose a file: one of the two.': 'Gib einen Link an oder wähle eine Datei: eins von beiden.',
  'You gave a link and a file. Leave one of the two empty, and add the other one afterwards.':
    'Du hast einen Link und eine Datei angegeben. Lass eins davon leer und füge das andere danach hinzu.',
  "That file is empty, so there's nothing in it to keep. Please choose it once more.":
    'Diese Datei ist leer, da ist nichts zum Aufbewahren. Bitte wähle sie noch einmal.',
  'That file is larger than 10 MB. Post it in the space yourself and pin it, which adds it too; if it is too large there as well, give a link to it.':
    'Diese Datei ist größer als 10 MB. Poste sie selbst im Raum und hefte sie an, dann ist sie auch in der Bibliothek; ist sie auch dort zu groß, gib einen Link zu ihr an.',
  "I don't post programs and scripts. A link to where it can be had is welcome.":
    'Programme und Skripte poste ich nicht. Ein Link dorthin, wo es sie gibt, ist willkommen.',
};
