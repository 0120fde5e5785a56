/** A deed that no command of the bot's answers to, for tests of what carries deeds about. */
import type { Deed } from '../../src/domain/deed.ts';

export const deed = (command: string, options: Readonly<Record<string, string>> = {}) => ({ command, options }) as Deed;
