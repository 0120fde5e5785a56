import { chosen } from './rows/chosen.ts';
import { walk } from './walk.ts';

walk(chosen);
