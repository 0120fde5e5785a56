/** What `role-suggestion.ts` says, in German. */
export const roleSuggestion: Readonly<Record<string, string>> = {
  'Suggest someone': 'Jemanden vorschlagen',
  "They are asked privately whether they'd like to be **{0}** of **{1}**. A no is fine, and only you hear of it.":
    'Die Person wird privat gefragt, ob sie in **{1}** die Rolle **{0}** übernehmen möchte. Ein Nein ist in Ordnung, und nur du erfährst davon.',
  'Who would be good at it?': 'Zu wem würde es passen?',
  'One of the members': 'Jemand von den Mitgliedern',
  'Why them?': 'Warum gerade diese Person?',
  'A kind word; they read it': 'Ein freundliches Wort; die Person liest es',
  "I'm asking {0} whether they'd like to be **{1}** of **{2}**. You'll get their answer by direct message.":
    'Ich frage {0} wegen der Rolle **{1}** in **{2}**. Die Antwort bekommst du als Direktnachricht.',
  "I couldn't write to {0} about being **{1}** of **{2}** at first. They have answered since.":
    'Ich konnte {0} wegen der Rolle **{1}** in **{2}** zuerst nicht schreiben. Inzwischen ist die Antwort da.',
  "Done: {0} isn't asked to be **{1}** of **{2}** any more.":
    'Erledigt: {0} wird nicht mehr wegen der Rolle **{1}** in **{2}** gefragt.',
  'Yes, gladly': 'Ja, gern',
  'Withdraw the suggestion': 'Vorschlag zurückziehen',
  '{0} thinks of you as **{1}** of **{2}**. {3}': '{0} denkt bei der Rolle **{1}** in **{2}** an dich. {3}',
  'You said yes {0}. {1} shows it; you can step back whenever you like.':
    'Du hast {0} zugesagt. {1} zeigt es; abgeben kannst du jederzeit.',
  'You said “not now” {0}. That is fine. Should you change your mind: {1}.':
    'Du hast {0} „Jetzt nicht“ gesagt. Das ist in Ordnung. Wenn du es dir anders überlegst: {1}.',
  "This was taken back {0}, so there's nothing left for you to do.":
    'Das wurde {0} zurückgenommen, für dich ist also nichts weiter zu tun.',
  'It is an offer: carry it alone or with others, your own way, and step back whenever you like.':
    'Es ist ein Angebot: allein oder mit anderen, auf deine Weise, und abgeben kannst du jederzeit.',
  'You are thought of as **{0}** of **{1}**. {2}': 'Jemand denkt bei der Rolle **{0}** in **{1}** an dich. {2}',
  '{0} said yes, and is **{1}** of **{2}** now. Thank you for thinking of them.':
    '{0} hat zugesagt und hat jetzt in **{2}** die Rolle **{1}**. Danke für deinen Vorschlag.',
  "{0} can't be **{1}** of **{2}** just now. That is fine; perhaps somebody else would like to.":
    '{0} kann die Rolle **{1}** in **{2}** gerade nicht übernehmen. Das ist in Ordnung; vielleicht mag jemand anderes.',
  'See the roles': 'Rollen ansehen',
  "This hasn't been answered yet.": 'Das ist noch nicht beantwortet.',
  'This was answered with a yes {0}. {1} shows who carries what.':
    'Das wurde {0} mit Ja beantwortet. {1} zeigt, wer was übernommen hat.',
  'The answer was “not now” {0}. {1} is always open.':
    'Das wurde {0} mit „Jetzt nicht“ beantwortet. {1} ist immer offen.',
  'Choose one of the members.': 'Wähle jemanden von den Mitgliedern.',
  'That is a bot. Choose one of the members.': 'Das ist ein Bot. Wähle jemanden von den Mitgliedern.',
  'That is you: press Volunteer beside the role instead.':
    'Das bist du selbst: Drück lieber Übernehmen neben der Rolle.',
  "They aren't in this CoP yet. Only its members can be asked.":
    'Die Person ist noch nicht in dieser CoP. Fragen lassen sich nur Mitglieder.',
  'They already carry it. Choose somebody else.': 'Die Person hat sie schon. Wähle jemand anderen.',
  "They have already been asked, and haven't answered yet.":
    'Die Person wurde schon gefragt, die Antwort steht noch aus.',
  "I couldn't ask {0} whether they'd like to be **{1}** of **{2}**: they are no longer here. Perhaps somebody else would like to.":
    'Ich konnte {0} nicht fragen, ob **{1}** von **{2}** etwas wäre: nicht mehr hier. Vielleicht mag jemand anderes.',
  "I couldn't write to {0}, so they don't know yet that you thought of them as **{1}** of **{2}**. {3} shows it to them; a word from you helps.":
    'Ich konnte {0} nicht schreiben, dein Vorschlag, **{1}** von **{2}**, ist also noch nicht angekommen. {3} zeigt ihn; ein Wort von dir hilft.',
};
