/** What `calendar.ts` says, in German. */
export const calendar: Readonly<Record<string, string>> = {
  '{0} meets': '{0} trifft sich',
  'Add to my calendar': 'In meinen Kalender',
  '**{0}** is on its way to you, as a file by direct message: open it to add the meeting to your calendar. If the meeting is moved or cancelled, you get a new file.':
    '**{0}** ist unterwegs zu dir, als Datei per Direktnachricht: Öffne sie, dann steht das Treffen in deinem Kalender. Wird es verschoben oder abgesagt, bekommst du eine neue.',
  '**{0}** in **{1}** is cancelled. Open the file to take it out of your calendar, or delete it there.':
    '**{0}** bei **{1}** fällt aus. Öffne die Datei, dann nimmt dein Kalender es heraus; oder lösch es dort.',
  '**{0}** in **{1}**, for your calendar: open the file to add it. If the meeting is moved or cancelled, you get a new file.':
    '**{0}** bei **{1}**, für deinen Kalender: Öffne die Datei, dann steht das Treffen dort. Wird es verschoben oder abgesagt, bekommst du eine neue.',
  '**{0}** in **{1}** has changed. Open the file to update your calendar.':
    '**{0}** bei **{1}** hat sich geändert. Öffne die Datei, dann zieht dein Kalender nach.',
  '{0}. Who is coming, and what they bring, is on its card in the space of {1}.':
    '{0}. Wer kommt und was mitgebracht wird, steht auf der Karte im Raum von {1}.',
};
