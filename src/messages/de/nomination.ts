/** What `nomination.ts` says, in German. */
export const nomination: Readonly<Record<string, string>> = {
  '{0} has started **{1}** ({2}) and asks you to facilitate it.':
    '{0} hat **{1}** gegründet ({2}) und bittet dich, sie zu begleiten.',
  'You said yes {0}.': 'Du hast {0} zugesagt.',
  'You said no {0}. That is fine.': 'Du hast {0} abgesagt. Das ist in Ordnung.',
  "The question ended, as you are no longer in it, so there's nothing left for you to do.":
    'Die Frage hat sich erledigt, du bist nicht mehr dabei; für dich ist also nichts weiter zu tun.',
  "They have found another way since, so there's nothing left for you to do.":
    'Es hat sich inzwischen eine andere Lösung gefunden, für dich ist also nichts weiter zu tun.',
  "I couldn't ask {0} to facilitate **{1}**.": 'Ich konnte {0} nicht bitten, **{1}** zu begleiten.',
  '{0} facilitates **{1}** ({2}) and asks you to do so together for three months, to try it.':
    '{0} begleitet **{1}** ({2}) und fragt, ob du das drei Monate lang mit übernimmst, zum Ausprobieren.',
  'You go on facilitating **{0}**, for as long as you like. Thank you.':
    'Du begleitest **{0}** weiter, solange du magst. Danke.',
  'You said yes to facilitating **{0}** with {1} for three months, and they are over. Thank you for trying it. Would you like to go on?':
    'Du hast zugesagt, **{0}** drei Monate lang mit {1} zu begleiten, und die sind um. Danke, dass du es ausprobiert hast. Möchtest du weitermachen?',
  "Either is fine. If you don't answer, you simply go on.":
    'Beides ist in Ordnung. Wenn du nicht antwortest, bleibt es einfach dabei.',
  'Yes, go on': 'Ja, ich mache weiter',
  'Ask somebody else…': 'Jemand anderen fragen …',
  '{0} has said yes meanwhile and facilitates **{1}**.': '{0} hat inzwischen zugesagt und begleitet **{1}**.',
  '{0} has said no meanwhile.': '{0} hat inzwischen abgesagt.',
  '{0} need not answer any more.': '{0} muss nicht mehr antworten.',
  '{0} has said no meanwhile. You go on as facilitator of **{1}**.':
    '{0} hat inzwischen abgesagt. Du begleitest **{1}** weiter.',
  '{0} need not answer any more. You go on as facilitator of **{1}**.':
    '{0} muss nicht mehr antworten. Du begleitest **{1}** weiter.',
  "{0} hasn't answered yet whether they'll facilitate **{1}**. The question stands, though you no longer facilitate it.":
    '{0} hat noch nicht auf die Frage geantwortet, **{1}** zu begleiten. Sie steht noch, auch wenn du **{1}** nicht mehr begleitest.',
  "You no longer facilitate **{0}**, so there's nothing left for you to do. Thank you for trying it.":
    'Du begleitest **{0}** nicht mehr, für dich ist also nichts mehr zu tun. Danke, dass du es ausprobiert hast.',
  "{0} hasn't answered yet whether they'll facilitate **{1}**. You asked {2}; perhaps a word from you helps.":
    '{0} hat noch nicht auf die Frage geantwortet, **{1}** zu begleiten. Du hast {2} gefragt; vielleicht hilft ein Wort von dir.',
  'You are its facilitator until somebody else says yes, so nothing stands still. You can ask somebody else, or go on yourself.':
    'Du begleitest sie, bis jemand anderes zusagt, es steht also nichts still. Du kannst jemand anderen fragen oder sie selbst weiter begleiten.',
  'Stay facilitator': 'Selbst weiter begleiten',
  '**{0}** is closed, so {1} need not answer any more.': '**{0}** ist geschlossen, {1} muss nicht mehr antworten.',
  "I couldn't ask {0} to facilitate **{1}**: they are no longer here. You go on as its facilitator, and can ask somebody else.":
    'Ich konnte {0} nicht bitten, **{1}** zu begleiten: nicht mehr hier. Du begleitest sie weiter und kannst jemand anderen fragen.',
  "I couldn't write to {0}, so they don't know yet that you'd like them to facilitate **{1}**. The question stands: {2} shows it to them, and a word from you helps. Until somebody says yes, it's you.":
    'Ich konnte {0} nicht schreiben, die Bitte, **{1}** zu begleiten, ist also noch nicht angekommen. Sie bleibt bestehen: {2} zeigt sie, und ein Wort von dir hilft. Bis zu einer Zusage begleitest du sie.',
  '{0} facilitates **{1}** ({2}) and asks you to do so together.':
    '{0} begleitet **{1}** ({2}) und fragt, ob du das mit übernimmst.',
  '{0} facilitates **{1}** ({2}) and asks you to take over.':
    '{0} begleitet **{1}** ({2}) und bittet dich zu übernehmen.',
  'It means: you welcome people, say yes or no to those who ask to join, and keep the conversation going; an hour or two a month. You can hand it on whenever you like. To have a look first: {0}.':
    'Das heißt: Du begrüßt die Leute, nimmst auf oder lehnst ab, wer anfragt, und hältst das Gespräch am Laufen; ein, zwei Stunden im Monat. Du kannst es jederzeit weitergeben. Um dich vorher umzusehen: {0}.',
  'Take the question back': 'Die Frage zurücknehmen',
  "I couldn't write to {0}, so they don't know yet that you'd like them to facilitate **{1}** with you. The question stands: {2} shows it to them, and a word from you helps.":
    'Ich konnte {0} nicht schreiben, die Bitte, **{1}** mit dir zu begleiten, ist also noch nicht angekommen. Sie bleibt bestehen: {2} zeigt sie, und ein Wort von dir hilft.',
  "{0} hasn't answered yet whether they'll facilitate **{1}** with you. You asked {2}; perhaps a word from you helps.":
    '{0} hat noch nicht auf die Frage geantwortet, **{1}** mit dir zu begleiten. Du hast {2} gefragt; vielleicht hilft ein Wort von dir.',
};
