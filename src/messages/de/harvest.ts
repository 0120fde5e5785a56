/** What `harvest.ts` says, in German. */
export const harvest: Readonly<Record<string, string>> = {
  '**{0}** is closed. This is what it leaves behind. Thank you all.':
    '**{0}** ist geschlossen. Das bleibt von ihr. Danke euch allen.',
  '**{0}** is closed. This is what it leaves behind: {1}. Thank you all.':
    '**{0}** ist geschlossen. Das bleibt: {1}. Danke euch allen.',
  'its statement': 'die Kernaussage',
  'who carried what': 'wer was übernommen hatte',
  'what happened here': 'was hier geschah',
  'its library': 'die Bibliothek',
  '**{0}** is closed. This is what it leaves behind, for you to keep. Whoever facilitated it can open it again, with {1}.':
    '**{0}** ist geschlossen. Das bleibt von ihr, zum Aufheben für dich. Wer sie begleitet hat, kann sie wieder öffnen, mit {1}.',
  '\n\nFacilitated by {0}.': '\n\nBegleitet von {0}.',
  '\n\nWith {0} and {1} more.': '\n\nDabei: {0} und {1} weitere.',
  '\n\nWith {0}.': '\n\nDabei: {0}.',
  '# {0}\n\n{1}\n\nFrom {2} to {3}, {4} at its end.{5}{6}': '# {0}\n\n{1}\n\nVon {2} bis {3}, am Ende {4}.{5}{6}',
  '## Core statement': '## Kernaussage',
  '### Before that': '### Davor',
  somebody: 'jemand',
  '## Who carried what': '## Wer was übernommen hatte',
  '## What happened here': '## Was hier geschah',
  '## Library': '## Bibliothek',
  '### Most opened': '### Am meisten geöffnet',
  once: 'einmal',
  '{0} times': '{0}-mal',
  '### All of it': '### Alles',
};
