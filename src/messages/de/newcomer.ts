/** What `newcomer.ts` says, in German. */
export const newcomer: Readonly<Record<string, string>> = {
  '**Pinned by members**\n{0}': '**Von Mitgliedern angeheftet**\n{0}',
  '**We meet next:** {0}\n{1}': '**Wir treffen uns als Nächstes:** {0}\n{1}',
  "You've been in **{0}** since {1}. Have you found what you came for?":
    'Du bist seit {1} bei **{0}** dabei. Hast du gefunden, was du gesucht hast?',
  "Nobody is told what you answer, and you aren't asked again.":
    'Was du antwortest, erfährt niemand, und du wirst nicht noch einmal gefragt.',
  Yes: 'Ja',
  'Good to hear. If somebody comes to mind who would care about **{0}**, too: tell them.':
    'Schön zu hören. Fällt dir jemand ein, für den **{0}** auch etwas wäre? Erzähl davon.',
  "It can take a while. Turn to {0}: they look out for newcomers in **{1}**, and would like to hear what you're after. Write to them, or leave a word here.":
    'Das kann dauern. Wer neu bei **{1}** ist, kann sich an {0} wenden: Schreib dorthin, was du suchst, oder lass hier eine Nachricht da.',
  "It can take a while. Turn to {0}: they look after **{1}**, and would like to hear what you're after. Write to them, or leave a word here.":
    'Das kann dauern. Begleitet wird **{1}** von {0}: Schreib dorthin, was du suchst, oder lass hier eine Nachricht da.',
  'Leave a word…': 'Nachricht dalassen …',
  'Leave a word': 'Nachricht dalassen',
  "Nobody else looks after **{0}** just now. Ask in {1} what you'd like to know: somebody there may have wondered, too.":
    'Um **{0}** kümmert sich gerade sonst niemand. Frag in {1}, was du wissen möchtest: Vielleicht hat sich das dort schon jemand gefragt.',
  'Write what you are looking for.': 'Schreib, was du suchst.',
  'On its way to {0}. An answer comes from them, by direct message or in {1}.':
    'Unterwegs zu {0}. Die Antwort kommt von dort, als Direktnachricht oder in {1}.',
  "{0} is new in **{1}**, and hasn't found yet what they came for:":
    '{0} ist neu bei **{1}** und hat das Gesuchte noch nicht gefunden:',
  "Somebody who is new in **{0}** hasn't found yet what they came for:":
    'Jemand ist neu bei **{0}** und hat das Gesuchte noch nicht gefunden:',
  'A word from you helps most: write to them.': 'Ein Wort von dir hilft am meisten: Schreib einfach.',
  "I couldn't bring your word about **{0}** to {1}: they take no direct messages from me. You could write to them yourself, or ask in {2}.":
    'Deine Nachricht zu **{0}** kam bei {1} nicht an: Direktnachrichten von mir sind dort abgestellt. Schreib selbst, oder frag in {2}.',
};
