/** What `meeting-parts.ts` says, in German. */
export const meetingParts: Readonly<Record<string, string>> = {
  'Take a part…': 'Etwas übernehmen…',
  'Parts for this once': 'Aufgaben für dieses eine Mal',
  'Open the meeting': 'Das Treffen eröffnen',
  'Welcome everybody, and say what it is about.': 'Alle begrüßen und sagen, worum es geht.',
  "I'll open it": 'Ich eröffne',
  'Keep time': 'Auf die Zeit achten',
  'See that everybody gets a word, and that it ends when it should.':
    'Darauf achten, dass alle zu Wort kommen und pünktlich Schluss ist.',
  "I'll keep time": 'Ich achte auf die Zeit',
  'Write it up': 'Festhalten',
  'Note what was learned and promised. A few lines are plenty.':
    'Aufschreiben, was gelernt und versprochen wurde. Ein paar Zeilen reichen.',
  "I'll write it up": 'Ich halte es fest',
  'Look out for newcomers': 'Auf Neue achten',
  'Greet who is there for the first time, and see that they get a word.':
    'Begrüßen, wer zum ersten Mal da ist, und dafür sorgen, dass auch die Neuen zu Wort kommen.',
  "I'll look out for them": 'Ich achte auf sie',
  'Ask the awkward question': 'Die unbequeme Frage stellen',
  'Say kindly what nobody says.': 'Freundlich sagen, was sonst niemand sagt.',
  "I'll ask it": 'Ich stelle sie',
  'Lay it down': 'Wieder abgeben',
  '**Opens it:** {0}': '**Eröffnet:** {0}',
  '**Keeps time:** {0}': '**Achtet auf die Zeit:** {0}',
  '**Writes it up:** {0}': '**Hält es fest:** {0}',
  '**Looks out for newcomers:** {0}': '**Achtet auf Neue:** {0}',
  '**Asks the awkward question:** {0}': '**Stellt die unbequeme Frage:** {0}',
  '**{0}**\n{1}\nTaken by {2}': '**{0}**\n{1}\nÜbernommen von {2}',
  'Several people can share a part. The card shows who takes which, and it is over with the meeting.':
    'Mehrere können sich eine Aufgabe teilen. Die Karte zeigt, wer welche übernimmt, und mit dem Treffen ist sie vorbei.',
  "It's yours: **{0}**. The card shows it, and that you're coming.":
    'Das übernimmst du: **{0}**. Die Karte zeigt es, und dass du kommst.',
  'You said “not this time”. If it works out after all, this is yours: **{0}**.':
    'Du hast „diesmal nicht“ gesagt. Klappt es doch noch, gehört das dir: **{0}**.',
  "I'll come after all, and do it": 'Ich komme doch und übernehme es',
  'The part that you had taken is free again.': 'Was du übernommen hattest, ist wieder frei.',
  'Thank you for taking a part in **{0}**.': 'Danke, dass du bei **{0}** etwas übernommen hast.',
  'Before you meet': 'Bevor ihr euch trefft',
  "You said that you're coming to **{0}**, and something is new since then.":
    'Du hast gesagt, dass du zu **{0}** kommst, und seither gibt es Neues.',
  'It has changed: {0}.': 'Es hat sich geändert: {0}.',
  '**{0}** is over.': '**{0}** ist vorbei.',
  '**Questions that people have brought since**': '**Seither mitgebrachte Fragen**',
  'Nobody writes up **{0}** yet. A few lines are plenty: what we learned, what we promised. Would one of you?':
    'Noch hält niemand **{0}** fest. Ein paar Zeilen reichen: was wir gelernt, was wir versprochen haben. Mag jemand von euch?',
  'Enjoyed it?': 'Hat es dir Freude gemacht?',
  'Thank you for opening **{0}**.': 'Danke, dass du **{0}** eröffnet hast.',
  'Thank you for keeping time at **{0}**.': 'Danke, dass du bei **{0}** auf die Zeit geachtet hast.',
  'Thank you for writing up **{0}**.': 'Danke, dass du **{0}** festgehalten hast.',
  'Thank you for looking out for newcomers at **{0}**.': 'Danke, dass du bei **{0}** auf Neue geachtet hast.',
  'Thank you for asking the awkward question at **{0}**.':
    'Danke, dass du bei **{0}** die unbequeme Frage gestellt hast.',
  'You could carry it for three months, as **{0}** of **{1}**: {2} You can step back at any time.':
    'Du könntest es drei Monate lang übernehmen, als **{0}** von **{1}**: {2} Du kannst jederzeit zurücktreten.',
  "If not, there's nothing to do. You won't be asked again for three months.":
    'Wenn nicht, ist nichts zu tun. Drei Monate lang wirst du nicht noch einmal gefragt.',
  'Carry it for three months': 'Drei Monate übernehmen',
};
