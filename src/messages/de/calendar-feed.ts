/** What `calendar-feed.ts` says, in German. */
export const calendarFeed: Readonly<Record<string, string>> = {
  'All my meetings…': 'Alle meine Treffen …',
  'All my meetings': 'Alle meine Treffen',
  'With a private address, your calendar app always knows when your CoPs meet, also when a meeting is moved or cancelled.':
    'Mit einer privaten Adresse weiß deine Kalender-App immer, wann sich deine CoPs treffen, auch wenn ein Treffen verschoben oder abgesagt wird.',
  'It no longer works. What I had noted last is lost, and an address that was taken away in that time would have worked again; so all of them were ended. Have another one made, and put it into your calendar app in place of the old one.':
    'Sie gilt nicht mehr. Was ich zuletzt notiert hatte, ist verloren, und eine Adresse, die in dieser Zeit weggenommen wurde, hätte wieder gegolten; deshalb gilt keine mehr. Lass dir eine andere geben und trag sie in deiner Kalender-App an Stelle der alten ein.',
  'Give me an address': 'Gib mir eine Adresse',
  'Give me another address': 'Gib mir eine andere Adresse',
  'Take it away': 'Adresse löschen',
  "You have had one since {0}. It isn't kept, so it can't be shown again; another one takes its place, and the old one stops working at once.":
    'Du hast seit {0} eine. Sie wird nicht aufbewahrt und kann daher nicht noch einmal gezeigt werden; eine andere tritt an ihre Stelle, und die alte gilt sofort nicht mehr.',
  'Your private calendar address': 'Deine private Kalenderadresse',
  'Subscribe to it in your calendar app (“from URL”, “subscribe”). Most look again every few hours.':
    'Abonniere sie in deiner Kalender-App („per URL“, „abonnieren“). Die meisten schauen alle paar Stunden nach.',
  'Whoever has it can read when your CoPs meet, what about and where, so keep it to yourself. It is shown only now; {0} gives you another one, or takes it away.':
    'Wer sie hat, kann lesen, wann und wo sich deine CoPs treffen und worum es geht: Behalt sie also für dich. Sie wird nur jetzt gezeigt; mit {0} bekommst du eine andere oder löschst sie.',
  'Your private calendar address no longer works. What your calendar has read so far stays in it until you delete it there.':
    'Deine private Kalenderadresse gilt nicht mehr. Was dein Kalender bisher gelesen hat, bleibt darin, bis du es dort löschst.',
  "There are no private calendar addresses here: whoever runs the bot hasn't given it an address of its own. “Add to my calendar” on a meeting's card works all the same.":
    'Private Kalenderadressen gibt es hier nicht: Wer den Bot betreibt, hat ihm keine eigene Adresse gegeben. „In meinen Kalender“ auf der Karte eines Treffens geht trotzdem.',
  "You're in no CoP here, so there would be nothing to read. {0} shows which there are.":
    'Du bist hier in keiner CoP, also gäbe es nichts zu lesen. {0} zeigt, welche es gibt.',
  'When my CoPs meet': 'Wann meine CoPs sich treffen',
};
