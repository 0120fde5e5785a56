/** What `forum.ts` says, in German. */
export const forum: Readonly<Record<string, string>> = {
  "Welcome to the Facilitators' forum": 'Willkommen im Forum der Begleitenden',
  "Everybody here looks after a Community of Practice. Ask each other, show what worked, and say what didn't: somebody here has usually met it before.":
    'Alle hier kümmern sich um eine Community of Practice. Fragt einander, zeigt, was geklappt hat, und sagt, was nicht: Meist kennt es hier schon jemand.',
  'You are in it for as long as you facilitate a CoP. What you tell of your members stays here.':
    'Du bist dabei, solange du eine CoP begleitest. Was du von euren Mitgliedern erzählst, bleibt hier.',
  "You're in the Facilitators' forum": 'Du bist im Forum der Begleitenden',
  "You look after **{0}**, and everybody who looks after a CoP here is in {1}. It's the place for what you'd rather not ask your own members. If it isn't for you, leave it: you aren't brought back unasked.":
    'Du kümmerst dich um **{0}**, und alle, die das hier für eine CoP tun, sind in {1}. Dort fragst du, was du deine eigenen Mitglieder lieber nicht fragst. Ist es nichts für dich, verlass es: Ungefragt wirst du nicht zurückgeholt.',
  "Goodbye from the Facilitators' forum": 'Das Forum der Begleitenden sagt danke',
  "You facilitate no CoP just now, so you aren't in the forum any more. Thank you for what you brought to it. The day you look after one again, you're back.":
    'Du begleitest gerade keine CoP und bist deshalb nicht mehr im Forum. Danke für alles, was du dort eingebracht hast. Sobald du dich wieder um eine kümmerst, bist du wieder dabei.',
  'a channel of their own': 'einem eigenen Kanal',
  'Open the forum': 'Forum öffnen',
  'Write your question.': 'Schreib deine Frage auf.',
  'Write your answer.': 'Schreib deine Antwort auf.',
  'Ask the facilitators': 'Die Begleitenden fragen',
  "It is posted in the Facilitators' forum, with your name and **{0}**. Only they read it; each can answer you there or privately.":
    'Deine Frage steht dann im Forum der Begleitenden, mit deinem Namen und **{0}**. Nur sie lesen sie und können dort oder privat antworten.',
  'Your question': 'Deine Frage',
  'Your question is on its way to {0}. Whoever would rather answer you alone writes to you by direct message.':
    'Deine Frage ist unterwegs zu {0}. Wer dir lieber allein antwortet, schreibt dir eine Direktnachricht.',
  "There is no Facilitators' forum here yet. An administrator can make one, with {0}.":
    'Ein Forum der Begleitenden gibt es hier noch nicht. Ein Admin kann mit {0} eines anlegen.',
  '{0}, who facilitates **{1}**, asks:': '{0} begleitet **{1}** und fragt:',
  'Somebody who facilitates **{0}** asks:': 'Jemand, der **{0}** begleitet, fragt:',
  'Answer privately': 'Privat antworten',
  "Only {0} reads it, by direct message, with your name. It isn't kept.":
    'Das liest nur {0}, als Direktnachricht, mit deinem Namen. Es wird nicht aufbewahrt.',
  'On its way to {0}.': 'Unterwegs zu {0}.',
  "{0} answers what you asked in the Facilitators' forum:": '{0} antwortet auf deine Frage im Forum der Begleitenden:',
  "This answers what you asked in the Facilitators' forum:": 'Eine Antwort auf deine Frage im Forum der Begleitenden:',
  'Only you two read this. To go on, write to each other directly.':
    'Nur ihr beide lest das. Schreibt einander direkt, wenn ihr weiterreden mögt.',
  "I couldn't bring your answer to {0}: they take no direct messages from me. You could answer in the forum, or write to them yourself.":
    'Ich konnte {0} deine Antwort nicht bringen: Die Person nimmt keine Direktnachrichten von mir an. Du könntest im Forum antworten oder ihr selbst schreiben.',
  "I couldn't bring your answer to whoever asked. You could answer in the forum instead.":
    'Ich konnte deine Antwort nicht zustellen. Du könntest stattdessen im Forum antworten.',
};
