/** What both clients offer at once to put under a message, and what Slack calls it. */
export const quickEmoji = [
  { emoji: '👍', slack: '+1' },
  { emoji: '❤️', slack: 'heart' },
  { emoji: '🎉', slack: 'tada' },
  { emoji: '👀', slack: 'eyes' },
  { emoji: '🙏', slack: 'pray' },
  { emoji: '✅', slack: 'white_check_mark' },
] as const;
