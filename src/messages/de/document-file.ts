/** What `document-file.ts` says, in German. */
export const documentFile: Readonly<Record<string, string>> = {
  "Added: **{0}** is in the library of {1}. I'm posting the file in the space now, where everybody there sees it.":
    'Hinzugefügt: **{0}** ist in der Bibliothek von {1}. Ich poste die Datei gerade im Raum, wo alle sie sehen.',
  'Members find it with {0}.': 'Mitglieder finden es mit {0}.',
  'Show the entry': 'Eintrag zeigen',
  '{0} added **{1}** to the library.': '{0} hat **{1}** zur Bibliothek hinzugefügt.',
  '**{0}** was added to the library.': '**{0}** wurde zur Bibliothek hinzugefügt.',
  'Here is **{0}** from the library of **{1}**.': 'Hier ist **{0}** aus der Bibliothek von **{1}**.',
  'The file is on its way to you, by direct message.': 'Die Datei ist unterwegs zu dir, als Direktnachricht.',
  "I couldn't post **{0}** in the space of **{1}**, so it isn't in the library. Post it there yourself and pin it: that adds it too.":
    'Ich konnte **{0}** im Raum von **{1}** nicht posten, deshalb ist es nicht in der Bibliothek. Poste die Datei dort selbst und hefte sie an: Dann ist sie auch drin.',
  "I couldn't send you the file of **{0}** from **{1}**. Whoever runs this bot can tell why; the entry stays in the library.":
    'Ich konnte dir die Datei von **{0}** aus **{1}** nicht schicken. Wer diesen Bot betreibt, weiß warum; der Eintrag bleibt in der Bibliothek.',
};
