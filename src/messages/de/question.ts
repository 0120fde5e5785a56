/** What `question.ts` says, in German. */
export const question: Readonly<Record<string, string>> = {
  'Ask something first…': 'Erst etwas fragen …',
  'Ask something first': 'Erst etwas fragen',
  'Only those who look after **{0}** read it, with your name. The answer comes by direct message, and neither is kept.{1}':
    'Nur wer sich um **{0}** kümmert, liest es, mit deinem Namen. Die Antwort kommt als Direktnachricht, und beides wird nicht aufbewahrt.{1}',
  "On its way to those who look after **{0}**. I'll bring you the answer by direct message.{1}":
    'Unterwegs zu denen, die sich um **{0}** kümmern. Die Antwort bringe ich dir als Direktnachricht.{1}',
  'Nobody looks after **{0}** just now. You can ask to join all the same: whoever takes it on finds your request.':
    'Um **{0}** kümmert sich gerade niemand. Du kannst trotzdem den Beitritt anfragen: Wer die CoP übernimmt, findet deine Anfrage.',
  "{0} isn't in **{1}**, and would like to know something before asking to join:":
    '{0} ist nicht in **{1}** und fragt vor dem Beitritt:',
  "Somebody who isn't in **{0}** would like to know something before asking to join:":
    'Jemand, der nicht in **{0}** ist, fragt vor dem Beitritt:',
  "You asked those who look after **{0}** something lately; from {1} you can ask again. When you ask to join, there's room for your question, too.":
    'Du hast die, die sich um **{0}** kümmern, vor Kurzem etwas gefragt; ab {1} geht es wieder. Auch wenn du den Beitritt anfragst, ist Platz für deine Frage.',
  'Answer…': 'Antworten …',
  Answer: 'Antworten',
  '{0} answers what you asked about **{1}**:': '{0} antwortet auf deine Frage zu **{1}**:',
  'This answers what you asked about **{0}**:': 'Die Antwort auf deine Frage zu **{0}**:',
  "I couldn't bring your question about **{0}** to {1}: they take no direct messages from me. You could write to them yourself, or ask to join: they see that in {2}.":
    'Deine Frage zu **{0}** kam bei {1} nicht an: Direktnachrichten von mir sind dort abgestellt. Schreib selbst, oder frag den Beitritt an: Das steht dort unter {2}.',
  "I couldn't bring your answer about **{0}** to {1}: they take no direct messages from me. You could write to them yourself.":
    'Deine Antwort zu **{0}** kam bei {1} nicht an: Direktnachrichten von mir sind dort abgestellt. Schreib selbst.',
};
