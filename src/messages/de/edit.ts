/** What `edit.ts` says, in German. */
export const edit: Readonly<Record<string, string>> = {
  'Edit the CoP': 'CoP ändern',
  "The channel's name and topic follow, and so does the pinned welcome.":
    'Name und Thema des Kanals ziehen nach, und die angeheftete Begrüßung auch.',
  'Who can find it?': 'Wer kann sie finden?',
  'Everybody here, with {0}': 'Alle hier, mit {0}',
  'Only who is told of it': 'Nur wer davon erfährt',
  'Saved: {0}': 'Gespeichert: {0}',
  'nothing to follow': 'nichts zieht nach',
  'That is how it is from now on.': 'So ist es ab jetzt.',
  "That is how it is from now on. The channel's name and topic follow in a moment.":
    'So ist es ab jetzt. Name und Thema des Kanals ziehen gleich nach.',
  'That is how it is from now on, in {0} too.': 'So ist es ab jetzt, auch in {0}.',
  "That is how it is from now on. Discord lets a channel's name and topic be changed only twice in ten minutes, so the channel follows at {0}. There's nothing left for you to do.":
    'So ist es ab jetzt. Bei Discord lassen sich Name und Thema eines Kanals nur zweimal in zehn Minuten ändern; der Kanal zieht also am {0} nach. Für dich ist nichts weiter zu tun.',
  "That is how it is from now on. Slack asks me to wait a little, so the channel follows at {0}. There's nothing left for you to do.":
    'So ist es ab jetzt. Slack bittet mich, kurz zu warten; der Kanal zieht also am {0} nach. Für dich ist nichts weiter zu tun.',
  'Nothing was changed, so **{0}** stays as it is.': 'Nichts wurde geändert, also bleibt **{0}**, wie sie ist.',
  'There is no core statement yet; it may take some conversations. What it cares about: {0}':
    'Eine Kernaussage gibt es noch nicht; dafür braucht es vielleicht ein paar Gespräche. Worum es geht: {0}',
  '**Before that**': '**Davor**',
  'The core statement of {0}': 'Die Kernaussage von {0}',
  'It had none for a while.': 'Eine Zeit lang gab es keine.',
  'Write it': 'Aufschreiben',
  'Written by {0} on {1}': 'Geschrieben von {0} am {1}',
  'Written on {0}': 'Geschrieben am {0}',
};
