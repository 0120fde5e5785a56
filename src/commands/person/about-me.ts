/** What somebody may do about what is held of them. */
import type { Command } from '../command.ts';
import { showData } from './data.ts';
import { forgetMe } from './forget.ts';
import { forgetSomebody } from './forget-somebody.ts';

export const aboutMe: readonly Command[] = [showData, forgetMe, forgetSomebody];
