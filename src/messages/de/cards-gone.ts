/** What `cards-gone.ts` says, in German. */
export const cardsGone: Readonly<Record<string, string>> = {
  'All of it stands in **{0}** again.': 'In **{0}** steht wieder alles.',
  'the welcome': 'die Begrüßung',
  'Somebody deleted this in the space of **{0}**: {1}. I leave it so unless you want it back.':
    'Im Raum von **{0}** hat jemand das gelöscht: {1}. Dabei bleibt es, wenn du es nicht zurückhaben möchtest.',
  'Post it again': 'Noch einmal posten',
  'In a moment it stands in **{0}** again, and is pinned.': 'Gleich steht es wieder in **{0}** und ist angeheftet.',
  "Something was deleted in the space of **{0}**. You no longer facilitate it, so there's nothing left for you to do: whoever does can have it posted again.":
    'Im Raum von **{0}** wurde etwas gelöscht. Du begleitest sie nicht mehr, für dich ist also nichts mehr zu tun: Wer sie begleitet, kann es wieder hinstellen lassen.',
};
