/** What `support-cards.ts` says, in German. */
export const supportCards: Readonly<Record<string, string>> = {
  'The conversation about **{0}** is over.': 'Das Gespräch über **{0}** ist vorbei.',
  'Somebody deleted the card of the conversation with {0} about **{1}**. Nothing of it is lost, and it is still to be had. I leave the card so unless you want it back.':
    'Jemand hat die Karte des Gesprächs mit {0} über **{1}** gelöscht. Nichts davon ist verloren, und es steht noch aus. Dabei bleibt es, wenn ihr die Karte nicht zurückhaben möchtet.',
  'The card of the conversation about **{0}** stands in this channel again.':
    'Die Karte des Gesprächs über **{0}** steht wieder in diesem Kanal.',
  'What stood here was posted in this channel again, further down, and goes on there.':
    'Was hier stand, steht weiter unten in diesem Kanal noch einmal und geht dort weiter.',
  'The Support Team is in another channel now, and what stood here goes on there.':
    'Das Support-Team ist jetzt in einem anderen Kanal, und was hier stand, geht dort weiter.',
  'There is no Support Team just now. What stood here goes on in its channel once one is chosen.':
    'Es gibt gerade kein Support-Team. Was hier stand, geht in seinem Kanal weiter, sobald einer gewählt ist.',
};
