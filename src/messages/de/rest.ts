/** What `rest.ts` says, in German. */
export const rest: Readonly<Record<string, string>> = {
  'Wake it up': 'Aufwecken',
  'Let it rest…': 'Ruhen lassen …',
  'Another date…': 'Anderes Datum …',
  '\nResting for now; you can still ask to join.': '\nRuht gerade; anfragen kannst du trotzdem.',
  '\nResting until {0}; you can still ask to join.': '\nRuht bis {0}; anfragen kannst du trotzdem.',
  'It rests for now; you can still ask to join.': 'Sie ruht gerade; anfragen kannst du trotzdem.',
  'It rests until {0}; you can still ask to join.': 'Sie ruht bis {0}; anfragen kannst du trotzdem.',
  '\nIt rests for now. You can ask all the same; the answer may take a little longer.':
    '\nSie ruht gerade. Du kannst trotzdem anfragen; die Antwort kann etwas länger dauern.',
  '\nIt rests until {0}. You can ask all the same; the answer may take a little longer.':
    '\nSie ruht bis {0}. Du kannst trotzdem anfragen; die Antwort kann etwas länger dauern.',
  ', resting for now': ', ruht gerade',
  ', resting until {0}': ', ruht bis {0}',
  "I can't tell which day that is. Try “1 September”, “six weeks” or “2026-09-01”, or leave it out.":
    'Welcher Tag das ist, ist nicht klar. Versuch „1. September“, „sechs Wochen“ oder „2026-09-01“, oder lass es leer.',
  'That day is over, or it is today. Choose one that is still to come, or leave it out.':
    'Der Tag ist vorbei oder heute. Wähle einen, der noch kommt, oder lass es leer.',
  'A year at most. For longer, leave it out: it rests until somebody wakes it.':
    'Höchstens ein Jahr. Für länger lass es leer: Sie ruht, bis jemand sie weckt.',
  'Let it rest': 'Ruhen lassen',
  'While **{0}** rests, nobody gets prompts or reminders from me, only you of requests to join. Its space stays open, and everybody can write in it. It wakes by itself on the day you choose.':
    'Solange **{0}** ruht, bekommt niemand Anstöße oder Erinnerungen von mir, nur du an Beitrittsanfragen. Ihr Raum bleibt offen, und alle können darin schreiben. Am Tag, den du wählst, wacht sie von selbst auf.',
  'Until when?': 'Bis wann?',
  '“1 September” or “six weeks”; leave it out to let it rest until you wake it':
    '„1. September“ oder „sechs Wochen“; leer gelassen ruht sie, bis du sie weckst',
  'Leave it out to let it rest until you wake it': 'Leer gelassen ruht sie, bis du sie weckst',
  "**{0}** rests until you wake it. I've said so in {1}; whoever looks for it sees that too, and can still ask to join.":
    '**{0}** ruht, bis du sie weckst. In {1} steht es; wer sie sucht, sieht es auch und kann trotzdem anfragen.',
  "**{0}** rests until {1}, and wakes by itself then. I've said so in {2}; whoever looks for it sees that too, and can still ask to join.":
    '**{0}** ruht bis {1} und wacht dann von selbst auf. In {2} steht es; wer sie sucht, sieht es auch und kann trotzdem anfragen.',
  'A meeting is planned for {0}. It stands, but while **{1}** rests I remind nobody of it. Its card in the space has the buttons to move or cancel it.':
    'Für {0} ist ein Treffen geplant. Es bleibt dabei, aber solange **{1}** ruht, erinnere ich niemanden daran. Verschieben oder absagen kannst du es auf seiner Karte.',
  'Until then you get reminders of requests to join only. {0} wakes it before.':
    'Bis dahin wirst du nur an Beitrittsanfragen erinnert. {0} weckt sie vorher.',
  '**{0}** rested for a while, and is awake again.': '**{0}** hat eine Weile geruht und ist wieder wach.',
  '**{0}** rests for now: no prompts and no reminders. Write here whenever you like.':
    '**{0}** ruht gerade: keine Anstöße, keine Erinnerungen. Schreib hier, wann immer du magst.',
  '**{0}** rests until {1}: no prompts and no reminders till then. Write here whenever you like.':
    '**{0}** ruht bis {1}: bis dahin keine Anstöße, keine Erinnerungen. Schreib hier, wann immer du magst.',
  '**{0}** is awake again. What would you like to pick up first?':
    '**{0}** ist wieder wach. Womit möchtet ihr anfangen?',
  '**{0}** is awake again, and {1} knows.': '**{0}** ist wieder wach, und in {1} steht es.',
  "**{0}** is awake; there's nothing to wake.": '**{0}** ist wach; es gibt nichts zu wecken.',
};
