/** What somebody may do about what is held of them. */
import { showData } from './data.ts';
import { forgetMe } from './forget.ts';
import { forgetSomebody } from './forget-somebody.ts';

export const aboutMe = [showData, forgetMe, forgetSomebody];
