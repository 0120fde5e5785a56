/** What `people.ts` says, in German. */
export const people: Readonly<Record<string, string>> = {
  Somebody: 'Jemand',
  '{0} and {1}': '{0} und {1}',
  '\nFacilitated by {0}': '\nBegleitet von {0}',
  'nobody at the moment': 'gerade niemand',
  'one person': 'eine Person',
  '{0} people': '{0} Leute',
};
