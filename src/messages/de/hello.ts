/** What `hello.ts` says, in German. */
export const hello: Readonly<Record<string, string>> = {
  'Say hello…': 'Hallo sagen …',
  'Your hello': 'Dein Hallo',
  'A word about who you are is enough; the rest may stay empty.':
    'Ein Wort dazu, wer du bist, genügt; der Rest darf leer bleiben.',
  'That is longer than 200 characters; one line is enough.': 'Das sind mehr als 200 Zeichen; eine Zeile genügt.',
  'Who are you, in a line?': 'Wer bist du, in einer Zeile?',
  'Who I am': 'Wer ich bin',
  'What are you working on, or stuck on?': 'Woran sitzt du, oder wo hängst du fest?',
  'What keeps me busy': 'Was mich beschäftigt',
  'What could others ask you about?': 'Wozu könnten andere dich fragen?',
  'Ask me about': 'Fragt mich zu',
  'You see it first. It is posted in **{0}**, in your name, only once you say so.':
    'Du siehst es zuerst. In **{0}** wird es erst gepostet, in deinem Namen, wenn du es sagst.',
  'Show me': 'Zeig es mir',
  'Your hello to {0}': 'Dein Hallo an {0}',
  'This is what will be posted in {0}, in your name. Nobody has seen it yet.':
    'So wird es in {0} gepostet, in deinem Namen. Noch hat es niemand gesehen.',
  'Post it': 'Posten',
  'Change it…': 'Ändern …',
  'Your hello is on its way to {0}. Anybody there can answer you.':
    'Dein Hallo steht gleich in {0}. Alle dort können dir antworten.',
  "You said hello in {0} on {1}; nothing was posted a second time. Whatever else you'd like to say, say it there.":
    'Du hast am {1} in {0} Hallo gesagt; ein zweites Mal wurde nichts gepostet. Was du sonst noch sagen möchtest, sag es dort.',
  "That hello isn't kept any more, so nothing was posted in **{0}**. Would you write it once more?":
    'Dieses Hallo gibt es nicht mehr, also wurde in **{0}** nichts gepostet. Magst du es noch einmal schreiben?',
  '{0} says hello.': '{0} sagt Hallo.',
  "Somebody who isn't here any more said hello.": 'Jemand, der nicht mehr hier ist, hat Hallo gesagt.',
};
