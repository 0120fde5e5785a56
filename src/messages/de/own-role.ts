/** What `own-role.ts` says, in German. */
export const ownRole: Readonly<Record<string, string>> = {
  'Add a role…': 'Rolle hinzufügen …',
  'Besides the five core roles, every CoP of your network offers these:':
    'Neben den fünf Rollen bietet jede CoP in eurem Netzwerk diese an:',
  'Every CoP of your network offers the five core roles. You can add your own: a Value Detective, say, who finds what it was all worth.':
    'Jede CoP in eurem Netzwerk bietet die fünf Rollen an. Du kannst eigene hinzufügen: eine Spürnase zum Beispiel, die herausfindet, was das alles gebracht hat.',
  'More roles': 'Weitere Rollen',
  "Your network's own roles": 'Eigene Rollen eures Netzwerks',
  'Change…': 'Ändern …',
  Remove: 'Entfernen',
  'Give it a name that people will recognise.': 'Gib ihr einen Namen, unter dem sich alle etwas vorstellen können.',
  'That is longer than 40 characters; a shorter one is easier to remember.':
    'Das ist länger als 40 Zeichen; etwas Kürzeres merkt man sich leichter.',
  'There is a role of that name already. Choose another.':
    'Eine Rolle mit diesem Namen gibt es schon. Nimm einen anderen.',
  'Say in a few words what somebody in this role does.': 'Sag in wenigen Worten, was man in dieser Rolle tut.',
  'That is longer than 120 characters; one line is enough.': 'Das ist länger als 120 Zeichen; eine Zeile genügt.',
  'Short and plain: Value Detective': 'Kurz und klar: Spürnase',
  'What do they do?': 'Was tut man in dieser Rolle?',
  'One line: Finds what it was all worth.': 'Eine Zeile: Findet heraus, was das alles gebracht hat.',
  'Add a role': 'Rolle hinzufügen',
  'Every CoP of your network offers it then, besides the five.':
    'Jede CoP in eurem Netzwerk bietet sie dann an, neben den fünf.',
  'Add it': 'Hinzufügen',
  'Change the role': 'Rolle ändern',
  'Whoever carries it goes on; what it is called changes everywhere.':
    'Wer die Rolle hat, macht weiter; der Name ändert sich überall.',
  '**{0}** is offered from now on, in every CoP of your network.':
    '**{0}** gibt es ab jetzt, in jeder CoP eures Netzwerks.',
  '**{0}** reads like this from now on.': '**{0}** steht ab jetzt so da.',
  "**{0}** isn't offered any more.": '**{0}** gibt es nicht mehr.',
};
