/** What `export.ts` says, in German. */
export const exported: Readonly<Record<string, string>> = {
  'The records of **{0}** are on their way to you, as a zip by direct message. If nothing comes, allow direct messages from here and ask again.':
    'Die Aufzeichnungen von **{0}** sind unterwegs zu dir, als Zip per Direktnachricht. Wenn nichts kommt: Erlaube Direktnachrichten von hier und frag noch einmal.',
  'They are about people: keep them where only those read them who may, and delete them when you are done.':
    'Es geht darin um Menschen: Leg sie dahin, wo nur liest, wer es darf, und lösch sie, wenn du fertig bist.',
  'Here are the records of **{0}**: what it is about, its members and roles, its library, its meetings, the requests that wait and those that you answered. Each is a table that a spreadsheet such as Excel opens; records.json has all of them once more, for other programs.':
    'Hier sind die Aufzeichnungen von **{0}**: worum es geht, Mitglieder und Rollen, die Bibliothek, die Treffen, die Anfragen, die warten, und die, die du beantwortet hast. Jedes für sich ist eine Tabelle, die sich etwa mit Excel öffnen lässt; in records.json steht alles noch einmal, für andere Programme.',
};
