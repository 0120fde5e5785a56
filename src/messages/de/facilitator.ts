/** What `facilitator.ts` says, in German. */
export const facilitator: Readonly<Record<string, string>> = {
  'Hand over…': 'Übergeben …',
  '{0}, since {1}': '{0}, seit {1}',
  'Nobody looks after it just now. Would you, even for a while?':
    'Gerade kümmert sich niemand um sie. Magst du, auch nur für eine Weile?',
  'Please choose who might facilitate it.': 'Bitte wähle, wer sie begleiten könnte.',
  'Asked, and still to answer: {0}': 'Gefragt, noch ohne Antwort: {0}',
  "I couldn't reach {0} yet, so they may not know that they are asked. {1} shows it to them; a word from you helps.":
    'Ich konnte {0} noch nicht erreichen; vielleicht ist die Frage dort noch nicht bekannt. Mit {1} ist sie zu sehen; ein Wort von dir hilft.',
  'Whoever facilitates a CoP welcomes people and answers those who ask to join. It can be shared, handed over and given back whenever you like.':
    'Wer eine CoP begleitet, begrüßt die Leute und antwortet, wenn jemand anfragt. Die Begleitung lässt sich jederzeit teilen, übergeben und abgeben.',
  'Who facilitates {0}': 'Wer {0} begleitet',
  'Ask somebody to facilitate with me…': 'Jemanden bitten, mit mir zu begleiten …',
  'Step down': 'Begleitung abgeben',
  'Facilitate together': 'Zusammen begleiten',
  'Hand over': 'Übergeben',
  'They are asked to facilitate {0} together with you, and come into its space to have a look. Once they say yes, they have what you have: the rights, the requests, the forum.':
    'Die Person wird gefragt, ob sie {0} mit dir begleitet, und kommt in den Raum, um sich umzusehen. Mit der Zusage hat sie, was du hast: die Rechte, die Anfragen, das Forum.',
  "They are asked to facilitate {0}, and come into its space to have a look. When they say yes, they facilitate it and you stay a member. Until then, it's you.":
    'Die Person wird gefragt, ob sie {0} begleitet, und kommt in den Raum, um sich umzusehen. Sagt sie zu, begleitet sie die CoP, und du bleibst Mitglied. Bis dahin bist du es.',
  'A line from you': 'Ein Satz von dir',
  'After three months I ask them whether they would like to go on':
    'Nach drei Monaten frage ich die Person, ob sie weitermachen möchte',
  'For as long as they like': 'Solange die Person mag',
  'For three months, to try it': 'Drei Monate lang, zum Ausprobieren',
  'Why you thought of them': 'Warum du an diese Person denkst',
  "I'm asking {0} whether they'll facilitate **{1}** with you. You'll get their answer by direct message.":
    'Ich frage {0}, ob ihr **{1}** zusammen begleitet. Die Antwort bekommst du als Direktnachricht.',
  'Nobody else facilitates **{0}**. Who should find somebody?':
    'Sonst begleitet niemand **{0}**. Wer soll jemanden finden?',
  "When you hand over, it's you until they say yes. Otherwise you step down now and stay a member; requests to join wait until somebody looks after it, and nothing is deleted.":
    'Übergibst du, bist du es bis zur Zusage. Sonst gibst du jetzt ab und bleibst Mitglied; Beitrittsanfragen warten, bis sich jemand kümmert, und gelöscht wird nichts.',
  'Ask the Support Team': 'Das Support-Team fragen',
  'Ask the members': 'Die Mitglieder fragen',
  "You're a member of **{0}** now, and no longer facilitate it. Thank you for looking after it.":
    'Du bist jetzt Mitglied von **{0}** und begleitest sie nicht mehr. Danke, dass du dich gekümmert hast.',
  "I'm asking the Support Team to find somebody with the members.":
    'Ich bitte das Support-Team, mit den Mitgliedern jemanden zu finden.',
  "I'm asking the members, in its space, who would.": 'Ich frage die Mitglieder in ihrem Raum, wer es tun würde.',
  '{0} goes on with it, and hears that you stepped down.':
    'Weiter kümmert sich {0}, mit der Nachricht, dass du abgegeben hast.',
  '{0} go on with it, and hear that you stepped down.':
    'Weiter kümmern sich {0}, mit der Nachricht, dass du abgegeben hast.',
  "{0} is no longer in **{1}**, and doesn't facilitate it any more. You go on; it can be shared with somebody else.":
    '{0} ist nicht mehr in **{1}** und begleitet sie auch nicht mehr. Du machst weiter; teilen lässt es sich auch mit jemand anderem.',
  '{0} no longer facilitates **{1}**, and stays a member. You go on; it can be shared with somebody else.':
    '{0} begleitet **{1}** nicht mehr und bleibt Mitglied. Du machst weiter; teilen lässt es sich auch mit jemand anderem.',
  'They already facilitate it. Please choose somebody else.':
    'Die Person begleitet sie schon. Bitte wähle jemand anderen.',
  'Who might facilitate it?': 'Wer könnte sie begleiten?',
  "I'm asking {0} whether they'll facilitate **{1}**. You'll get their answer by direct message; until then, it's you.":
    'Ich bitte {0}, **{1}** zu begleiten. Die Antwort bekommst du als Direktnachricht; bis dahin begleitest du sie.',
  'Whoever you asked before need not answer any more.': 'Wen du vorher gefragt hast, braucht nicht mehr zu antworten.',
};
