/** Core roles are offers: several people may share one, one may carry several, and a network may add its own. */
export const coreRoles = [
  'agenda-activist',
  'critical-friend',
  'social-reporter',
  'external-messenger',
  'community-keeper',
] as const;
