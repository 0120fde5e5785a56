import { closed } from './rows/closed.ts';
import { walk } from './walk.ts';

walk(closed);
