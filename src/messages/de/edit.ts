/** What `edit.ts` says, in German. */
export const edit: Readonly<Record<string, string>> = {
  'Edit the CoP': 'CoP ändern',
  "The channel's name and topic follow, and so does the pinned welcome.":
    'Name und Thema des Kanals ziehen nach, und die angeheftete Begrüßung auch.',
  'Who can find it?': 'Wer kann sie finden?',
  'Everybody here, with {0}': 'Alle hier, mit {0}',
  'Only people who are told about it': 'Nur wer davon erfährt',
  'Saved: {0}': 'Gespeichert: {0}',
  'nothing to follow': 'nichts zieht nach',
  "That's how it is from now on.": 'So ist es ab jetzt.',
  "That's how it is from now on. The channel's name and topic follow in a moment.":
    'So ist es ab jetzt. Name und Thema des Kanals ziehen gleich nach.',
  "That's how it is from now on, in {0} too.": 'So ist es ab jetzt, auch in {0}.',
  "That's how it is from now on. Discord lets a channel's name and topic be changed only twice in ten minutes, so the channel follows by itself; next try: {0}. There's nothing left for you to do.":
    'So ist es ab jetzt. Bei Discord lassen sich Name und Thema eines Kanals nur zweimal in zehn Minuten ändern; der Kanal zieht von selbst nach, frühestens: {0}. Für dich ist nichts weiter zu tun.',
  "That's how it is from now on. Slack asks me to wait a little, so the channel follows by itself; next try: {0}. There's nothing left for you to do.":
    'So ist es ab jetzt. Slack bittet mich, kurz zu warten; der Kanal zieht von selbst nach, frühestens: {0}. Für dich ist nichts weiter zu tun.',
  'Nothing was changed, so **{0}** stays as it is.': 'Nichts wurde geändert, also bleibt **{0}**, wie sie ist.',
  'There is no core statement yet; it may take some conversations. What it cares about: {0}':
    'Eine Kernaussage gibt es noch nicht; dafür braucht es vielleicht ein paar Gespräche. Worum es geht: {0}',
  '**Before that**': '**Davor**',
  'The core statement of {0}': 'Die Kernaussage von {0}',
  'It had none for a while.': 'Eine Zeit lang gab es keine.',
  'Write it': 'Aufschreiben',
  'Written by {0} on {1}': 'Geschrieben von {0} am {1}',
  'Written on {0}': 'Geschrieben am {0}',
  'Edit {0}': '{0} ändern',
  'Name and statement': 'Name und Kernaussage',
  '**{0}**: {1}\nCore statement: {2}\nWho can find it: {3}': '**{0}**: {1}\nKernaussage: {2}\nWer sie finden kann: {3}',
  'none yet': 'noch keine',
  'only people who are told about it': 'nur wer davon erfährt',
  'everybody here': 'alle hier',
  'For newcomers': 'Für Neue',
  '**For newcomers**\nAsked of people who want to join: {0}\nRead by newcomers: {1}':
    '**Für Neue**\nWer dabei sein möchte, wird gefragt: {0}\nWer dazukommt, liest: {1}',
  'nothing of your own yet': 'noch nichts Eigenes von euch',
  'People who ask to join **{0}** are asked your question; newcomers read your welcome, privately.':
    'Wer bei **{0}** mitmachen möchte, bekommt eure Frage; wer dazukommt, liest eure Begrüßung, nur für sich.',
  'Your question to people who ask to join': 'Eure Frage an alle, die mitmachen möchten',
  'One short question. Left empty, it is “What brings you here?”':
    'Eine kurze Frage. Bleibt das Feld leer, heißt sie „Was führt dich hierher?“',
  'Your words of welcome': 'Eure Worte zur Begrüßung',
  'What you would say at the door: how you meet, where to begin, whom to ask':
    'Was ihr an der Tür sagen würdet: wie ihr euch trefft, womit man anfängt, wen man fragt',
  'Change something else': 'Noch etwas ändern',
};
