/** What `look-back.ts` says, in German. */
export const lookBack: Readonly<Record<string, string>> = {
  '**{0}**: taken back, {1}.': '**{0}**: zurückgenommen, {1}.',
  '**{0}**: closed before it was answered, {1}.': '**{0}**: geschlossen, bevor jemand geantwortet hat, {1}.',
  '**{0}**: closed, as they were no longer here, {1}.': '**{0}**: beendet, war nicht mehr da, {1}.',
  '**{0}**: yes, by you, {1}.': '**{0}**: Ja, von dir, {1}.',
  '**{0}**: no, by you, {1}.': '**{0}**: Nein, von dir, {1}.',
  '**{0}**: yes, by {1}, {2}.': '**{0}**: Ja, von {1}, {2}.',
  '**{0}**: brought in without an answer, {1}.': '**{0}**: ohne Antwort dazugekommen, {1}.',
  '**{0}**: no, by {1}, {2}.': '**{0}**: Nein, von {1}, {2}.',
  '**{0}**: no, {1}.': '**{0}**: Nein, {1}.',
  'They read: “{0}”': 'Dazu stand: „{0}“',
  'Answered requests to join {0}': 'Beantwortete Anfragen bei {0}',
  'None yet. Those that wait are in {0}.': 'Noch keine. Was wartet, steht in {0}.',
  'Newer ones': 'Neuere',
  'Older ones': 'Ältere',
};
