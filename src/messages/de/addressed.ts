/** What `addressed.ts` says, in German. */
export const addressed: Readonly<Record<string, string>> = {
  "Thank you for writing. I understand buttons and commands, not words, so what you type here reaches nobody. To answer a card, press its button; to answer somebody's words, press **Reply** below them.":
    'Danke für deine Nachricht. Ich verstehe Knöpfe und Befehle, keine Worte; was du hier tippst, erreicht also niemanden. Auf eine Karte antwortest du mit ihrem Knopf, auf jemandes Worte mit **Antworten** darunter.',
  'Thank you for asking. I understand buttons and commands, not words. {0} shows all you can do here, {1} what waits for you.':
    'Danke, dass du fragst. Ich verstehe Knöpfe und Befehle, keine Worte. {0} zeigt alles, was du hier tun kannst, {1}, was auf dich wartet.',
  'What you can do': 'Was du tun kannst',
};
