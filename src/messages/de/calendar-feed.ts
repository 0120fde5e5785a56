/** What `calendar-feed.ts` says, in German. */
export const calendarFeed: Readonly<Record<string, string>> = {
  'All my meetings…': 'Alle meine Treffen …',
  'All my meetings': 'Alle meine Treffen',
  'A private address, from which your calendar program reads by itself when your CoPs meet: moved and cancelled meetings too.':
    'Eine private Adresse, aus der dein Kalenderprogramm von selbst liest, wann sich deine CoPs treffen; auch was verschoben oder abgesagt wird.',
  'Give me an address': 'Gib mir eine Adresse',
  'Give me another address': 'Gib mir eine andere Adresse',
  'Take it away': 'Nimm sie weg',
  "You have had one since {0}. It isn't kept, so I can't show it again; another one takes its place, and the old one is dead at once.":
    'Du hast eine seit {0}. Sie ist nicht aufbewahrt, also kann ich sie nicht noch einmal zeigen; eine andere tritt an ihre Stelle, und die alte gilt sofort nicht mehr.',
  'Your private calendar address': 'Deine private Kalenderadresse',
  'Subscribe to it in your calendar program (“from URL”, “subscribe”). Most look again every few hours.':
    'Abonniere sie in deinem Kalenderprogramm („per URL“, „abonnieren“). Die meisten schauen alle paar Stunden nach.',
  'Whoever has it reads when your CoPs meet, what about and where: keep it to yourself. It is shown only now; {0} gives you another one, or takes it away.':
    'Wer sie hat, liest, wann, worüber und wo sich deine CoPs treffen: Behalt sie für dich. Sie wird nur jetzt gezeigt; {0} gibt dir eine andere oder nimmt sie weg.',
  'Your private calendar address is dead: nothing is read by it any more. What your calendar has read so far, delete there.':
    'Deine private Kalenderadresse gilt nicht mehr: Darüber wird nichts mehr gelesen. Was dein Kalender bisher gelesen hat, lösch dort.',
  "There are no private calendar addresses here: whoever runs the bot hasn't given it an address of its own. “Add to my calendar” on a meeting's card works all the same.":
    'Private Kalenderadressen gibt es hier nicht: Wer den Bot betreibt, hat ihm keine eigene Adresse gegeben. „In meinen Kalender“ auf der Karte eines Treffens geht trotzdem.',
  "You're in no CoP here, so there would be nothing to read. {0} shows which there are.":
    'Du bist hier in keiner CoP, also gäbe es nichts zu lesen. {0} zeigt, welche es gibt.',
  'When my CoPs meet': 'Wann meine CoPs sich treffen',
};
