import type { Effects, FindableEffect } from '../../platform/chat-platform.ts';
import type { Stage } from './doing.ts';

/** On a repeat it is looked for first: it may have come to be, though nobody heard. */
export async function findOrDo<E extends FindableEffect>(
  stage: Stage,
  kind: E,
  input: Effects[E]['in'],
): Promise<Effects[E]['out']> {
  return (await findIt(stage, kind, input)) ?? stage.platform.perform[kind](input, stage.effect.id);
}

/** What an earlier attempt made, that nobody heard of. */
export async function findIt<E extends FindableEffect>(
  { platform, effect }: Stage,
  kind: E,
  input: Effects[E]['in'],
): Promise<Effects[E]['out'] | undefined> {
  return effect.intendedAt === undefined ? undefined : platform.find[kind](input, effect.id, effect.intendedAt);
}
