/** What `reopening.ts` says, in German. */
export const reopening: Readonly<Record<string, string>> = {
  'Another CoP is called **{0}** by now, so this one gets a number behind its name. {1} gives it one of its own.':
    'Inzwischen heißt eine andere CoP **{0}**; diese bekommt also eine Zahl hinter den Namen. {1} gibt ihr einen eigenen.',
  'Opening {0} again': '{0} wieder öffnen',
  'Slack lets only people bring an archived channel back. Somebody who was in {0} opens it and, if it is archived, chooses **Unarchive** in its settings; then they type **/invite** there and choose me. All goes on as it was, with everybody in it.':
    'Einen archivierten Kanal können auf Slack nur Menschen zurückholen. Jemand, der in {0} war, öffnet ihn, wählt in seinen Einstellungen **Archivierung aufheben**, falls er archiviert ist, tippt dort **/invite** und wählt mich. Alles geht weiter wie zuvor, mit allen, die dabei sind.',
  '**{0}** is open again: {1} was never archived, and all goes on there as it was.':
    '**{0}** ist wieder offen: {1} war nie archiviert, und dort geht alles weiter wie zuvor.',
  'Or have a new space: I bring everybody in who was in it, its library comes along, and the old space stays to be read.':
    'Oder ihr bekommt einen neuen Raum: Ich hole alle hinein, die dabei waren, die Bibliothek kommt mit, und der alte Raum bleibt zum Lesen.',
  'Its channel was deleted, and nobody can bring that back. I can make a new space and bring everybody in who was in it; its library comes along, but for what stood in that channel alone.':
    'Ihr Kanal wurde gelöscht, und niemand kann ihn zurückholen. Ich kann einen neuen Raum anlegen und alle hineinholen, die dabei waren; die Bibliothek kommt mit, bis auf das, was nur in diesem Kanal stand.',
  'Open it again': 'Wieder öffnen',
  '**{0}** is kept until {1} at least, though it is closed.':
    '**{0}** wird mindestens bis {1} aufbewahrt, obwohl sie geschlossen ist.',
  'What is kept of {0} goes soon': 'Was von {0} aufbewahrt wird, wird bald gelöscht',
  "It was closed on {0}, and closed CoPs aren't kept for ever here. On {1} its library, who was in it, and all else that I keep of it go for good. Its old space is left as it is.":
    'Sie wurde am {0} geschlossen, und geschlossene CoPs werden hier nicht auf Dauer aufbewahrt. Am {1} werden ihre Bibliothek, wer dabei war und alles andere, was ich von ihr habe, endgültig gelöscht. Ihr alter Raum bleibt, wie er ist.',
  'Opened again before that, all of it stays.': 'Wird sie vorher wieder geöffnet, bleibt alles.',
  'Keep it another year': 'Noch ein Jahr behalten',
  "**{0}** isn't about to go, so there's nothing left for you to do.":
    '**{0}** wird gerade nicht gelöscht; du brauchst nichts zu tun.',
  'Make a new space': 'Einen neuen Raum anlegen',
  "I'm opening the space of **{0}** again: in a moment its members can write there, and whoever facilitates it gets a message. If it isn't there any more, I make a new one and bring everybody in; its library is as it was.":
    'Ich öffne den Raum von **{0}** wieder: Gleich können die Mitglieder dort schreiben, und wer sie begleitet, bekommt eine Nachricht. Gibt es ihn nicht mehr, lege ich einen neuen an und hole alle hinein; die Bibliothek ist, wie sie war.',
  "I'm making a new space for **{0}** and bring everybody in who was in it. Whoever facilitates it gets a message once it's there; its library is as it was.":
    'Ich lege einen neuen Raum für **{0}** an und hole alle hinein, die dabei waren. Wer sie begleitet, bekommt eine Nachricht, sobald er da ist; die Bibliothek ist, wie sie war.',
  "**{0}** isn't closed, so there's nothing to open.": '**{0}** ist nicht geschlossen; es gibt nichts zu öffnen.',
  "**{0}** goes on here, with everybody who was in it and all of its library. Not for you any more? {1} asks nothing but whether you're sure.":
    '**{0}** geht hier weiter, mit allen, die dabei waren, und der ganzen Bibliothek. Nichts mehr für dich? {1} fragt nur, ob du sicher bist.',
  'What was said before stands in {0}, if it is still there.':
    'Was vorher gesagt wurde, steht in {0}, wenn es ihn noch gibt.',
  "I couldn't open a space for **{0}**, so it stays closed for now. Nothing of it is lost; please try once more later, or ask whoever runs this bot.":
    'Ich konnte keinen Raum für **{0}** öffnen; sie bleibt also vorerst geschlossen. Nichts ist verloren; bitte versuch es später noch einmal, oder frag, wer diesen Bot betreibt.',
  "There's no closed CoP for you to open. Whoever facilitated one can, and the Support Team. Perhaps it is open again already?":
    'Es gibt keine geschlossene CoP, die du öffnen könntest. Das kann, wer sie begleitet hat, und das Support-Team. Vielleicht ist sie schon wieder offen?',
};
