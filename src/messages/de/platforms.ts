/** What the platforms' adapters say of themselves, and what every card and form may say besides, in German. */
export const platforms: Readonly<Record<string, string>> = {
  '(optional)': '(optional)',
  Close: 'Schließen',
  Cancel: 'Abbrechen',
  'Working on it…': 'Ich bin dabei …',
  'Slack could not open the form just now. Please type that again.':
    'Slack konnte das Formular gerade nicht öffnen. Bitte gib das noch einmal ein.',
  'Slack could not open the form just now. Please press again.':
    'Slack konnte das Formular gerade nicht öffnen. Bitte drück noch einmal.',
  'not quite yet': 'noch nicht ganz',
  'What you wrote is kept for 15 minutes.': 'Was du geschrieben hast, bleibt 15 Minuten lang erhalten.',
  'Open the form again': 'Formular wieder öffnen',
  "Discord doesn't let my answer through: a word or a link in it, which somebody wrote and I would have quoted, is forbidden there.":
    'Discord lässt meine Antwort nicht durch: Ein Wort oder ein Link darin ist dort verboten; jemand hat es geschrieben, und ich hätte es zitiert.',
  "That didn't work, and it isn't your fault. Please try again.":
    'Das hat nicht geklappt, und es liegt nicht an dir. Bitte versuch es noch einmal.',
};
