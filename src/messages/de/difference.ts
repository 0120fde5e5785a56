/** What `difference.ts` says, in German. */
export const difference: Readonly<Record<string, string>> = {
  '{0}: is this right?': '{0}: Ist das richtig so?',
  'That is settled: it was put back on {0}.': 'Das ist geklärt: Am {0} wurde es wiederhergestellt.',
  'That is settled: it was meant so, as somebody said on {0}.':
    'Das ist geklärt: Es war so gemeint, das hat am {0} jemand gesagt.',
  '{0} can no longer get into the space of **{1}**, all at once: {2}. That looks like more than one person leaving, so I ask before anything ends. Until then their roles are kept for them, and they read nothing of its library.':
    'Auf einmal nicht mehr im Raum von **{1}** sind {0}: {2}. Das sieht nach mehr aus als danach, dass jemand geht; deshalb frage ich, bevor etwas endet. Bis dahin bleiben ihre Rollen für sie frei, und aus der Bibliothek lesen sie nichts.',
  "I can't get into the space of **{0}** any more. It was archived or deleted, or I was taken out of it; I'm not told which. Nothing is closed and nothing is lost: **{1}** rests until somebody brings me back. To do that, unarchive the channel if it is archived, and invite me in it.":
    'Ich komme nicht mehr in den Raum von **{0}**. Er wurde archiviert oder gelöscht, oder jemand hat mich herausgenommen; was davon, erfahre ich nicht. Nichts ist geschlossen, nichts verloren: **{1}** ruht, bis mich jemand zurückholt. Dafür den Kanal, falls er archiviert ist, wieder öffnen und mich darin einladen.',
  'Put it back': 'Wiederherstellen',
  "I've brought you back": 'Du bist wieder drin',
  "It's right": 'Das ist richtig so',
  "It's closed for good": 'Sie ist endgültig geschlossen',
  "Thank you. I'm trying again what waited; this card changes once I'm in.":
    'Danke. Was gewartet hat, versuche ich noch einmal; diese Karte ändert sich, sobald ich drin bin.',
  '{0} needs a facilitator': '{0} braucht eine Begleitung',
  'Nobody looks after **{0}** any more: its last facilitator is no longer in {1}. Could you find somebody with its members?':
    'Um **{0}** kümmert sich niemand mehr: Die letzte Begleitung ist nicht mehr in {1}. Könnt ihr mit den Mitgliedern jemanden finden?',
  'Who is in it': 'Wer dabei ist',
  'Who would look after {0}?': 'Wer kümmert sich um {0}?',
  '**{0}** has no facilitator just now. It means welcoming people, saying yes or no to those who ask in, and keeping the conversation going; an hour or two a month. Who would do it, even for a while? Talk it over here. Requests to join wait meanwhile.':
    '**{0}** hat gerade keine Begleitung. Das heißt: Leute begrüßen, auf Anfragen ja oder nein sagen und das Gespräch in Gang halten; ein, zwei Stunden im Monat. Wer würde das übernehmen, auch nur für eine Weile? Besprecht es hier. Anfragen warten so lange.',
};
