import type { CommandSpec, Invoke } from './chat-platform.ts';

/** Whether a form comes before the command itself. */
export const asksFirst = (spec: CommandSpec | undefined, { options }: Pick<Invoke, 'options'>): boolean =>
  spec?.asks === true && !(spec.asksUnless && options[spec.asksUnless]);
