/** What `meeting.ts`, `meeting-form.ts` and `meetings.ts` say, in German. */
export const meeting: Readonly<Record<string, string>> = {
  '{0}: “{1}”': '{0}: „{1}“',
  'A check-in round': 'Eine Runde',
  'One real problem': 'Ein echtes Problem',
  'A case clinic': 'Fallbesprechung',
  'Show and tell': 'Zeigen und erzählen',
  Agenda: 'Ablauf',
  "I'll come": 'Ich komme',
  'Not this time': 'Diesmal nicht',
  'Bring a question…': 'Eine Frage mitbringen …',
  "I can't come after all": 'Ich kann doch nicht',
  'Meeting of {0}': 'Treffen von {0}',
  'in {0}': 'in {0}',
  'at {0}': 'Ort: {0}',
  '**{0}**, for {1} minutes, {2}': '**{0}**, {1} Minuten, {2}',
  'This meeting is cancelled.': 'Dieses Treffen fällt aus.',
  'We met on {0}.': 'Wir haben uns getroffen: {0}.',
  'We met on {0}: {1}': 'Getroffen am {0}: {1}',
  "Called by {0}. A no needs no reason, and isn't shown.":
    'Angesetzt von {0}. Ein Nein braucht keinen Grund und wird nicht gezeigt.',
  "Nobody has said yet that they're coming.": 'Noch hat niemand zugesagt.',
  '**Coming:** {0}': '**Es kommen:** {0}',
  '**Questions people bring**': '**Mitgebrachte Fragen**',
  "You're coming to **{0}**\n{1}\nThe others see your name on the card.":
    'Du kommst zu **{0}**\n{1}\nDie anderen sehen deinen Namen auf der Karte.',
  'Noted: not this time for **{0}**. Nobody is told. If it works out after all, say so here or on the card.':
    'Notiert: diesmal nicht bei **{0}**. Niemand erfährt davon. Klappt es doch noch, sag es hier oder auf der Karte.',
  'Your question is on the card of **{0}**, with your name:':
    'Deine Frage steht auf der Karte von **{0}**, mit deinem Namen:',
  'This meeting is over. {0} shows the next one, and the last ones with their notes.':
    'Dieses Treffen ist vorbei. {0} zeigt das nächste, und die letzten mit ihren Notizen.',
  'This meeting is cancelled. {0} shows the next one.': 'Dieses Treffen fällt aus. {0} zeigt das nächste.',
  'This meeting is already called: its card is in the space. {0} shows it.':
    'Dieses Treffen ist schon angesetzt: Seine Karte steht im Raum. {0} zeigt es.',
  'Call a meeting': 'Treffen ansetzen',
  'What about?': 'Worum geht es?',
  'A question works best: “What would we do with Mr K.’s heel?”':
    'Am besten eine Frage: „Was würden wir bei Herrn K.s Ferse tun?“',
  'How?': 'Wie?',
  'Each has an agenda that everybody can open from the card':
    'Zu jeder Form gehört ein Ablauf, den alle von der Karte aus öffnen können',
  UTC: 'UTC',
  '{0} time': '{0}',
  'When, in {0}?': 'Wann (Zeitzone {0})?',
  'As you would write it: “Thursday 14:00”, “3 December 2pm”':
    'So, wie du es schreiben würdest: „Donnerstag 14 Uhr“, „3. Dezember 14:00“',
  'How long?': 'Wie lange?',
  '{0} minutes': '{0} Minuten',
  'Where?': 'Wo?',
  'A link or a room; leave it empty to meet in the space':
    'Ein Link oder ein Ort; leer gelassen trefft ihr euch im Raum der CoP',
  'Show me the card': 'Karte ansehen',
  'Write in a line what it is about.': 'Schreib in einer Zeile, worum es geht.',
  "I can't tell when that is. Try “Thursday 14:00”, “3 December 2pm” or “2026-12-03 14:00”.":
    'So ist es nicht klar. Versuch „Donnerstag 14 Uhr“, „3. Dezember 14:00“ oder „2026-12-03 14:00“.',
  'At what time? Try “Thursday 14:00” or “3 December 2pm”.':
    'Um wie viel Uhr? Versuch „Donnerstag 14 Uhr“ oder „3. Dezember 14:00“.',
  'The time zone here was changed since you opened this. Look at the time again.':
    'Die Zeitzone hier wurde geändert, seit du das geöffnet hast. Sieh dir die Zeit noch einmal an.',
  'That hour doesn’t exist: the clocks go forward then. Choose one before or after it.':
    'Diese Stunde gibt es nicht, weil die Uhren vorgestellt werden. Wähle eine davor oder danach.',
  'That time has passed. Choose one that is still to come.': 'Diese Zeit ist schon vorbei. Wähle eine, die noch kommt.',
  'That is more than a year away. Choose a time within the next twelve months.':
    'Bis dahin ist es mehr als ein Jahr. Wähle eine Zeit in den nächsten zwölf Monaten.',
  'That kind of link isn’t shown to others. Give one that begins with https://, or a room.':
    'So ein Link wird anderen nicht gezeigt. Gib einen an, der mit https:// beginnt, oder einen Ort.',
  'That link doesn’t work: something in it is missing or mistyped. Copy it again, or give a room.':
    'Dieser Link funktioniert nicht: Etwas darin fehlt oder ist vertippt. Kopier ihn noch einmal, oder gib einen Ort an.',
  'That is longer than 500 characters. Give a shorter link, or the name of a room.':
    'Das ist länger als 500 Zeichen. Gib einen kürzeren Link an, oder nur den Ort.',
  'That link has a password in it, and everybody would see it. Give one without.':
    'In dem Link steht ein Passwort, und alle würden es sehen. Gib einen ohne Passwort an.',
  'I read the time as {0}; everybody sees it in their own. Is it right? Then I post it in {1}.':
    'Ich habe die Zeit als Uhrzeit in {0} gelesen; alle sehen sie in ihrer eigenen Zeitzone. Stimmt alles? Dann poste ich es in {1}.',
  'Everybody sees the time in their own. Is it right? Then I post it in {0}.':
    'Alle sehen die Zeit in ihrer eigenen Zeitzone. Stimmt alles? Dann poste ich es in {0}.',
  'Yes, call it': 'Ja, ansetzen',
  "Don't call it": 'Nicht ansetzen',
  "**{0}** is called: {1}. Its card is on its way to {2}, where everybody can say whether they're coming.":
    '**{0}** ist angesetzt: {1}. Die Karte steht gleich in {2}; dort können alle sagen, ob sie kommen.',
  'Nothing is called, and nobody was told.': 'Es ist nichts angesetzt, und niemand hat davon erfahren.',
  'Bring a question': 'Eine Frage mitbringen',
  'What would you like to talk about?': 'Worüber möchtest du sprechen?',
  'It goes on the card, with your name': 'Sie steht auf der Karte, mit deinem Namen',
  'Bring it': 'Mitbringen',
  'Write your question in a line or two.': 'Schreib deine Frage in ein, zwei Zeilen.',
  'Call a meeting…': 'Treffen ansetzen …',
  'When {0} meets': 'Wann sich {0} trifft',
  'No meeting is planned. Whoever has a question can call one.':
    'Es ist kein Treffen geplant. Wer eine Frage hat, kann eins ansetzen.',
  'Later ones': 'Spätere',
  'One person is coming.': 'Eine Person kommt.',
  'One person is coming: you.': 'Eine Person kommt: du.',
  '{0} people are coming, you among them.': '{0} Leute kommen, du auch.',
  '{0} people are coming.': '{0} Leute kommen.',
  'Its date is still to be chosen, for {0} minutes, {1}': 'Der Termin ist noch offen, {0} Minuten, {1}',
  'Move it…': 'Verschieben …',
  'Cancel it…': 'Absagen …',
  'No date was taken, so this meeting is off.': 'Es wurde kein Termin festgelegt, daher fällt dieses Treffen aus.',
  'Again in two weeks': 'Wieder in zwei Wochen',
  'Again in a month': 'Wieder in einem Monat',
  'Which of these suit you? For {0} minutes, {1}. You can change your answer until one is taken.':
    'Welche Termine passen dir? {0} Minuten, {1}. Du kannst deine Antwort ändern, bis einer festgelegt ist.',
  "A no needs no reason, and isn't shown.": 'Ein Nein braucht keinen Grund und wird nicht gezeigt.',
  '{0} and {1} more': '{0} und {1} weitere',
  'One of these, for {0} minutes, {1}:\n{2}': 'Einer von diesen, {0} Minuten, {1}:\n{2}',
  "What the last one was about, and where it was, isn't carried over. Add it with **Change it…**, or call this one as it is.":
    'Worum es beim letzten Mal ging und wo es war, ist nicht übernommen. Ergänze es mit **Ändern …**, oder setz das Treffen so an.',
  'That time has passed by now. Change it before you call it.':
    'Diese Zeit ist inzwischen vorbei. Ändere sie, bevor du das Treffen ansetzt.',
  '**{0}** already has a meeting then: {1}. You can call it all the same.':
    'Zu der Zeit trifft sich **{0}** schon: {1}. Du kannst es trotzdem ansetzen.',
  'Offer more dates…': 'Mehr Termine anbieten …',
  "**{0}** is called. Its card is on its way to {1}, where everybody can say which date suits them. In good time before the first, I'll remind you to take one.":
    '**{0}** ist angesetzt. Die Karte steht gleich in {1}; dort können alle sagen, welche Termine passen. Rechtzeitig vor dem ersten erinnere ich dich daran, einen festzulegen.',
  'Move the meeting': 'Treffen verschieben',
  'Everybody who is coming is told once, below the card.': 'Wer zugesagt hat, erfährt es einmal, unter der Karte.',
  'Move it': 'Verschieben',
  'Cancel this meeting?\n**{0}**\n{1}': 'Dieses Treffen absagen?\n**{0}**\n{1}',
  "Nobody has said yet that they're coming, so nobody is told; the card says so.":
    'Noch hat niemand zugesagt, also erfährt es niemand; auf der Karte steht es.',
  'Nobody has voted yet, so nobody is told; the card says so.':
    'Noch hat niemand abgestimmt, also erfährt es niemand; auf der Karte steht es.',
  'The one person who has voted is told below the card.':
    'Die eine Person, die abgestimmt hat, erfährt es unter der Karte.',
  'The {0} people who have voted are told below the card.':
    'Die {0} Leute, die abgestimmt haben, erfahren es unter der Karte.',
  'Yes, cancel it': 'Ja, absagen',
  '**{0}** is cancelled.': '**{0}** fällt aus.',
  'The card says so; nobody had to be told.': 'Auf der Karte steht es; niemand musste es erfahren.',
  'The one person who is coming is told below the card.': 'Die eine Person, die kommt, erfährt es unter der Karte.',
  'The {0} people who are coming are told below the card.': 'Die {0} Leute, die kommen, erfahren es unter der Karte.',
  '**{0}** has changed: {1}.': '**{0}** hat sich geändert: {1}.',
  'Offer more dates': 'Mehr Termine anbieten',
  'As well as {0}. Times are in {1}. People say which of them suit; you take one.':
    'Außer {0}. Gemeint sind Uhrzeiten in {1}. Alle sagen, was ihnen passt; du legst einen Termin fest.',
  'As well as {0}. People say which of them suit; you take one.':
    'Außer {0}. Alle sagen, was ihnen passt; du legst einen Termin fest.',
  'A second date': 'Ein zweiter Termin',
  'A third date': 'Ein dritter Termin',
  '✓ nobody yet': '✓ noch niemand',
  '✓ {0}, if need be {1}': '✓ {0}, zur Not {1}',
  'Take this one': 'Diesen festlegen',
  '✓ Suits me': '✓ Passt mir',
  'If need be': 'Zur Not',
  'Taken back: {0}.': 'Zurückgenommen: {0}.',
  'Noted: {0} suits you. Press again to take it back; you can change it until a date is taken.':
    'Notiert: {0} passt dir. Drück noch einmal, um es zurückzunehmen; ändern kannst du es, bis ein Termin festgelegt ist.',
  'Noted: {0} would do if need be. Press again to take it back; you can change it until a date is taken.':
    'Notiert: {0} ginge zur Not. Drück noch einmal, um es zurückzunehmen; ändern kannst du es, bis ein Termin festgelegt ist.',
  "That date can't be chosen any more. The card shows those that can.":
    'Dieser Termin steht nicht mehr zur Wahl. Die Karte zeigt, welche es noch tun.',
  "It's settled: {0}. The card shows it; nobody has voted, so nobody had to be told.":
    'Es steht fest: {0}. Die Karte zeigt es; abgestimmt hat niemand, also musste es niemand erfahren.',
  "It's settled: {0}. Those who voted are told below the card, and can say whether they're coming.":
    'Es steht fest: {0}. Wer abgestimmt hat, erfährt es unter der Karte und kann sagen, ob es klappt.',
  'The date of **{0}** is settled: {1}. Can you come?': 'Der Termin von **{0}** steht fest: {1}. Kommst du?',
  '**{0}** has its date: {1}.': '**{0}** hat einen Termin: {1}.',
  '**{0}** has no date yet, and {1} suits best so far. Take it, or another one: those who voted are told.':
    '**{0}** hat noch keinen Termin, und {1} passt bisher am besten. Leg ihn fest oder einen anderen: Wer abgestimmt hat, erfährt es.',
  '**{0}** has no date yet, and {1} dates suit equally well so far. Take one of them, or another one: those who voted are told.':
    '**{0}** hat noch keinen Termin, und {1} Termine passen bisher gleich gut. Leg einen davon fest oder einen anderen: Wer abgestimmt hat, erfährt es.',
  '**{0}** is off: no date was taken.': '**{0}** fällt aus: Es wurde kein Termin festgelegt.',
  '**{0}** has no date yet, and nobody has said which suits them. You can take one all the same; if none is taken, it is off.':
    '**{0}** hat noch keinen Termin, und niemand hat gesagt, welcher passt. Du kannst trotzdem einen festlegen; sonst fällt es aus.',
  "No meeting is planned. The facilitators call them here: tell one of them if you'd like to meet.":
    'Es ist kein Treffen geplant. Angesetzt werden sie hier von den Begleitenden: Sag ihnen, wenn du dir eins wünschst.',
  'Post its card again': 'Karte noch einmal posten',
  'Let only facilitators call meetings': 'Nur noch Begleitende Treffen ansetzen lassen',
  'Let every member call meetings': 'Alle Mitglieder Treffen ansetzen lassen',
  'Every member of **{0}** can call a meeting.': 'Alle Mitglieder von **{0}** können ein Treffen ansetzen.',
  'From now on only the facilitators of **{0}** call meetings. Those already called stay.':
    'Von jetzt an setzen nur die Begleitenden von **{0}** Treffen an. Die schon angesetzten bleiben.',
  'Its card is in {0}, or on its way there.': 'Die Karte steht in {0} oder ist auf dem Weg dorthin.',
  'There are enough of you to meet': 'Ihr seid genug für ein Treffen',
  'At least three people are in **{0}**. 45 minutes are plenty for a first meeting: bring one real question from your own work and ask for help with it. Trust follows from there.':
    'In **{0}** sind jetzt mindestens drei Leute. Für ein erstes Treffen reichen 45 Minuten: Bring eine echte Frage aus deiner Arbeit mit und bitte um Hilfe dabei. Daraus wächst Vertrauen.',
  "There's no hurry, and you won't be asked again.": 'Es eilt nicht, und du wirst nicht noch einmal gefragt.',
  'Call a first meeting…': 'Ein erstes Treffen ansetzen …',
};
