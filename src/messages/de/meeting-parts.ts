/** What `meeting-parts.ts` says, in German. */
export const meetingParts: Readonly<Record<string, string>> = {
  'Take a part…': 'Etwas übernehmen …',
  'Parts for this meeting': 'Aufgaben für dieses Treffen',
  'Open the meeting': 'Das Treffen eröffnen',
  'Welcome everybody, and say what it is about.': 'Alle begrüßen und sagen, worum es geht.',
  "I'll open it": 'Ich eröffne',
  'Keep time': 'Auf die Zeit achten',
  'See that everybody gets to speak, and that it ends when it should.':
    'Darauf achten, dass alle zu Wort kommen und pünktlich Schluss ist.',
  "I'll keep time": 'Ich achte auf die Zeit',
  'Write it up': 'Aufschreiben',
  'Note what was learned and promised. A few lines are plenty.':
    'Notieren, was gelernt und versprochen wurde. Ein paar Zeilen reichen.',
  "I'll write it up": 'Ich schreibe es auf',
  'Look out for newcomers': 'Auf Neue achten',
  'Greet whoever is there for the first time, and see that they get to speak.':
    'Alle begrüßen, die zum ersten Mal da sind, und dafür sorgen, dass sie zu Wort kommen.',
  "I'll look out for them": 'Ich achte auf Neue',
  'Ask the awkward question': 'Die unbequeme Frage stellen',
  'Say kindly what nobody else says.': 'Freundlich sagen, was sonst niemand sagt.',
  "I'll ask it": 'Ich stelle sie',
  'Give it back': 'Wieder abgeben',
  '**Opens it:** {0}': '**Eröffnet:** {0}',
  '**Keeps time:** {0}': '**Achtet auf die Zeit:** {0}',
  '**Writes it up:** {0}': '**Schreibt es auf:** {0}',
  '**Looks out for newcomers:** {0}': '**Achtet auf Neue:** {0}',
  '**Asks the awkward question:** {0}': '**Stellt die unbequeme Frage:** {0}',
  '{0}\nTaken by {1}': '{0}\nÜbernommen von {1}',
  '{0}\nTaken by you': '{0}\nÜbernommen von dir',
  'A part is for this meeting only, and several people can share one. The card shows who takes which.':
    'Eine Aufgabe gilt nur für dieses Treffen, und mehrere können sie sich teilen. Die Karte zeigt, wer was übernimmt.',
  "It's yours: **{0}**. The card shows it, and that you're coming.":
    'Das übernimmst du: **{0}**. Die Karte zeigt es, und dass du kommst.',
  'You said “not this time”. If it works out after all, this is yours: **{0}**.':
    'Du hast „diesmal nicht“ gesagt. Klappt es doch noch, ist das deine Aufgabe: **{0}**.',
  "I'll come after all, and do it": 'Ich komme doch und übernehme es',
  'What you had taken on is free again.': 'Was du übernommen hattest, ist wieder frei.',
  'Thank you for taking a part in **{0}**.': 'Danke, dass du bei **{0}** etwas übernommen hast.',
  'Before you meet': 'Bevor ihr euch trefft',
  "You're coming to **{0}**, and something is new since you said so.":
    'Du kommst zu **{0}**, und seit deiner Zusage gibt es Neues.',
  'It has changed: {0}.': 'Es hat sich geändert: {0}.',
  '**{0}** is over.': '**{0}** ist vorbei.',
  '**Questions brought since**': '**Seither mitgebrachte Fragen**',
  'Nobody has offered to write up **{0}** yet. A few lines are plenty: what we learned, what we promised. Would one of you?':
    'Noch hat niemand angeboten, **{0}** aufzuschreiben. Ein paar Zeilen reichen: was wir gelernt, was wir versprochen haben. Mag jemand von euch?',
  'Enjoyed it?': 'Hat es dir Freude gemacht?',
  'Thank you for opening **{0}**.': 'Danke, dass du **{0}** eröffnet hast.',
  'Thank you for keeping time at **{0}**.': 'Danke, dass du bei **{0}** auf die Zeit geachtet hast.',
  'Thank you for writing up **{0}**.': 'Danke, dass du **{0}** aufgeschrieben hast.',
  'Thank you for looking out for newcomers at **{0}**.': 'Danke, dass du bei **{0}** auf Neue geachtet hast.',
  'Thank you for asking the awkward question at **{0}**.':
    'Danke, dass du bei **{0}** die unbequeme Frage gestellt hast.',
  'You could carry it for three months, as **{0}** of **{1}**: {2} You can step back at any time.':
    'Du könntest es drei Monate lang übernehmen, als **{0}** von **{1}**: {2} Du kannst es jederzeit wieder abgeben.',
  "If not, there's nothing to do. You won't be asked again for three months.":
    'Wenn nicht, ist nichts zu tun. Drei Monate lang wirst du nicht noch einmal gefragt.',
  'Carry it for three months': 'Drei Monate lang übernehmen',
};
