/** What `role.ts` says, in German. */
export const role: Readonly<Record<string, string>> = {
  'Agenda Activist': 'Themenantrieb',
  'Asks what we should talk about next.': 'Fragt, worüber wir als Nächstes sprechen sollten.',
  'Critical Friend': 'Kritisches Gegenüber',
  "Says kindly what isn't working.": 'Sagt freundlich, was nicht klappt.',
  'Social Reporter': 'Chronik',
  'Notes what we learned, for those who missed it.':
    'Hält fest, was wir gelernt haben, für alle, die nicht dabei waren.',
  'External Messenger': 'Draht nach außen',
  'Carries questions and lessons in and out, with consent.':
    'Trägt Fragen und Erkenntnisse hinein und hinaus, mit Einverständnis.',
  'Community Keeper': 'Gute Seele',
  'Welcomes newcomers and notices who has gone quiet.':
    'Begrüßt alle, die neu sind, und merkt, wer still geworden ist.',
  'These are offers, never duties: take one up, share it, and step back whenever you like. A role may stay open, too.':
    'Das sind Angebote, nie Pflichten: Übernimm eine Rolle, teile sie, und gib sie ab, wann du magst. Eine Rolle darf auch offen bleiben.',
  'Roles in {0}': 'Rollen in {0}',
  'Back to the first': 'Zurück zum Anfang',
  '**{0}**\n{1}\nCarried by {2}': '**{0}**\n{1}\nÜbernommen von {2}',
  '**{0}**\n{1}\nNobody carries it at the moment': '**{0}**\n{1}\nGerade frei',
  'Suggest someone…': 'Jemanden vorschlagen …',
  '{0} (term over)': '{0} (Zeit ist um)',
  '{0} until {1}': '{0} bis zum {1}',
  'Step back': 'Abgeben',
  '**Who carries what**\n{0}': '**Wer was übernommen hat**\n{0}',
  'Nobody carries **{0}** or **{1}** at the moment. If one of them is for you, {2} shows what it involves, and you can take it up there.':
    '**{0}** und **{1}** sind gerade frei. Wenn eine der Rollen zu dir passt: Mit {2} liest du, was sie ist, und kannst sie übernehmen.',
  'Nobody carries **{0}** at the moment. If it is for you, {1} shows what it involves, and you can take it up there.':
    '**{0}** ist gerade frei. Wenn die Rolle zu dir passt: Mit {1} liest du, was sie ist, und kannst sie übernehmen.',
  'You carry **{0}** in **{1}** already, since {2}. Thank you.':
    'Du hast **{0}** in **{1}** schon, seit dem {2}. Danke dir.',
  "You carry this no longer, since {0}, so there's nothing left for you to do.":
    'Du hast das seit dem {0} nicht mehr, für dich ist also nichts weiter zu tun.',
  "That role isn't offered here any more. {0} shows those that are.":
    'Diese Rolle gibt es hier nicht mehr. {0} zeigt, welche es gibt.',
  'Somebody still carries **{0}**, so it stays for now. Once they have stepped back, you can remove it.':
    '**{0}** hat noch jemand, deshalb bleibt sie vorerst. Sobald sie abgegeben ist, kannst du sie entfernen.',
  'Your network has {0} roles of its own already; more would be hard to choose from. Remove one that nobody carries first.':
    'Euer Netzwerk hat schon {0} eigene Rollen; aus mehr ließe sich schwer wählen. Entferne erst eine, die niemand hat.',
};
