import type { Effects, FindableEffect } from '../../platform/chat-platform.ts';
import type { Stage } from './doing.ts';

/** On a repeat it is looked for first: it may have come to be, though nobody heard. */
export async function findOrDo<E extends FindableEffect>(
  { platform, effect }: Stage,
  kind: E,
  input: Effects[E]['in'],
): Promise<Effects[E]['out']> {
  const found =
    effect.intendedAt === undefined ? undefined : await platform.find[kind](input, effect.id, effect.intendedAt);
  return found ?? platform.perform[kind](input, effect.id);
}
