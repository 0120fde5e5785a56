/** Messages that effects post and revise, by name: the outbox renders them when it performs (bot/render.ts). */
export type MessageName =
  | 'cop-progress'
  | 'cop-ready'
  | 'cop-welcome'
  | 'guide-start-up'
  | 'guide-dialogue-interviews'
  | 'guide-virtuous-circle'
  | 'guide-step-by-step'
  | 'join-request'
  | 'join-request-admitted'
  | 'join-request-declined'
  | 'join-request-not-admitted'
  | 'please-welcome'
  | 'nomination'
  | 'nomination-answered'
  | 'document-title'
  | 'needs-a-hand';
