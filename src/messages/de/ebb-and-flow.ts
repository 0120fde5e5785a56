/** What `ebb-and-flow.ts` says, in German. */
export const ebbAndFlow: Readonly<Record<string, string>> = {
  'somebody who has gone': 'jemand, der nicht mehr da ist',
  'since {0}': 'seit {0}',
  '{0} to {1}': '{0} bis {1}',
  'Larger circles: more was decided. Quiet months are part of it.':
    'Größere Kreise: Es wurde mehr entschieden. Ruhige Monate gehören dazu.',
};
