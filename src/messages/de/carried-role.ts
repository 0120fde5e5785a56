/** What `carried-role.ts` says, in German. */
export const carriedRole: Readonly<Record<string, string>> = {
  'Share it': 'Teilen',
  Volunteer: 'Übernehmen',
  '**{0}** of **{1}**, together with {2}: {3}': '**{0}** in **{1}**, zusammen mit {2}: {3}',
  '**{0}** of **{1}**: {2}': '**{0}** in **{1}**: {2}',
  'For how long?': 'Wie lange?',
  'You can step back at any time.': 'Du kannst die Rolle jederzeit abgeben.',
  'Until I step back': 'Bis ich sie abgebe',
  'For three months': 'Für drei Monate',
  'You share **{0}** in **{1}** with {2} now, until you step back. Thank you.':
    'Du teilst dir in **{1}** jetzt die Rolle **{0}** mit {2}, bis du sie abgibst. Danke dir.',
  'You carry **{0}** in **{1}** now, until you step back. Thank you.':
    'Du hast in **{1}** jetzt die Rolle **{0}**, bis du sie abgibst. Danke dir.',
  "You share **{0}** in **{1}** with {2} until {3}; then I'll ask whether you'd like to go on. Thank you.":
    'Du teilst dir in **{1}** die Rolle **{0}** mit {2} bis zum {3}; dann frage ich, ob du weitermachen magst. Danke dir.',
  "You carry **{0}** in **{1}** until {2}; then I'll ask whether you'd like to go on. Thank you.":
    'Du hast in **{1}** die Rolle **{0}** bis zum {2}; dann frage ich, ob du weitermachen magst. Danke dir.',
  'Just for three months': 'Nur für drei Monate',
  '{0} shares **{1}** in **{2}** with you from now on. A word between you, and you know who does what.':
    '{0} teilt sich in **{2}** ab jetzt die Rolle **{1}** mit dir. Ein kurzes Wort miteinander, und ihr wisst, wer was macht.',
  '**{0}** was closed on {1}, and its roles ended with it. Thank you for carrying **{2}**.':
    '**{0}** wurde am {1} geschlossen, und damit endeten die Rollen. Danke, dass du **{2}** übernommen hast.',
  'You are no longer in **{0}**, so you carry **{1}** no longer. Thank you for carrying it.':
    'Du bist nicht mehr in **{0}** und hast **{1}** damit nicht mehr. Danke, dass du die Rolle übernommen hast.',
  'You stepped back from **{0}** in **{1}** on {2}. Thank you for carrying it.':
    'Du hast in **{1}** die Rolle **{0}** am {2} abgegeben. Danke, dass du sie hattest.',
  'You carry **{0}** in **{1}** until you step back. Thank you.':
    'Du hast in **{1}** die Rolle **{0}**, bis du sie abgibst. Danke dir.',
  'You took up **{0}** in **{1}** for three months, and they are over. Thank you for carrying it. Would you like to go on?':
    'Du hast in **{1}** für drei Monate die Rolle **{0}** übernommen, und die sind um. Danke dir dafür. Magst du weitermachen?',
  "Either is fine. If you don't answer, it simply stays with you.":
    'Beides ist gut. Wenn du nicht antwortest, bleibt die Rolle einfach bei dir.',
  'Go on for three months': 'Drei Monate weitermachen',
};
