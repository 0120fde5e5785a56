/** What `space-renamed.ts` says, in German. */
export const spaceRenamed: Readonly<Record<string, string>> = {
  "Somebody renamed the space of **{0}**: it's called {1} now, and that's what I call it, too. Its people, its pins and its library are as they were, and the CoP keeps its own name unless you give it another.":
    'Jemand hat den Raum von **{0}** umbenannt: Er heißt jetzt {1}, und so nenne ich ihn auch. Wer dabei ist, was angeheftet ist und die Bibliothek bleiben, wie sie waren, und die CoP behält ihren eigenen Namen, solange du ihr keinen anderen gibst.',
};
