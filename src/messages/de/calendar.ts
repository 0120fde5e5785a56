/** What `calendar.ts` says, in German. */
export const calendar: Readonly<Record<string, string>> = {
  'Add to my calendar': 'In meinen Kalender',
  '**{0}** is on its way to you, as a file by direct message: open it, and it stands in your calendar. If it is moved or cancelled, you get it again.':
    '**{0}** ist unterwegs zu dir, als Datei per Direktnachricht: Öffne sie, und es steht in deinem Kalender. Wird es verschoben oder abgesagt, bekommst du sie noch einmal.',
  '**{0}** in **{1}** is cancelled. Open the file, and your calendar takes it out; or delete it there.':
    '**{0}** bei **{1}** ist abgesagt. Öffne die Datei, dann nimmt dein Kalender es heraus; oder lösch es dort.',
  '**{0}** in **{1}**, for your calendar: open the file, and it stands there. If it is moved or cancelled, you get it again.':
    '**{0}** bei **{1}**, für deinen Kalender: Öffne die Datei, dann steht es dort. Wird es verschoben oder abgesagt, bekommst du sie noch einmal.',
  '**{0}** in **{1}** has changed. Open the file, and your calendar follows.':
    '**{0}** bei **{1}** hat sich geändert. Öffne die Datei, dann zieht dein Kalender nach.',
  '{0}. Who comes, and what they bring, stands on its card in the space of {1}.':
    '{0}. Wer kommt und was mitgebracht wird, steht auf der Karte im Raum von {1}.',
};
