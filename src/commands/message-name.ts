/** Messages that effects post and revise, by name: the outbox renders them when it performs (bot/render.ts). */
export type MessageName =
  | 'cop-started'
  | 'first-conversation'
  | 'first-conversation-taken'
  | 'first-conversation-draft'
  | 'first-conversation-not-yet'
  | 'nomination-unanswered'
  | 'cop-progress'
  | 'cop-ready'
  | 'cop-welcome'
  | 'cop-invitation'
  | 'cop-shared'
  | 'cop-edited'
  | 'cop-archived'
  | 'cop-deleted'
  | 'guide-start-up'
  | 'guide-dialogue-interviews'
  | 'guide-virtuous-circle'
  | 'guide-step-by-step'
  | 'join-request'
  | 'join-request-admitted'
  | 'join-request-declined'
  | 'join-request-not-admitted'
  | 'join-request-reminder'
  | 'join-request-waiting'
  | 'join-request-talk'
  | 'join-request-talk-not-carried'
  | 'please-welcome'
  | 'nomination'
  | 'nomination-answered'
  | 'invitation'
  | 'invitation-admitted'
  | 'invitation-welcome'
  | 'invitation-declined'
  | 'invitation-not-delivered'
  | 'invitation-not-admitted'
  | 'document-title'
  | 'needs-a-hand';

/** The same record in other words, for other readers or at another time: revised together. */
export const kindred: { readonly [M in MessageName]?: readonly MessageName[] } = {
  'join-request': ['join-request-reminder', 'join-request-waiting', 'join-request-talk'],
};
