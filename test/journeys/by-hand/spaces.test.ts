import { spaces } from './rows/spaces.ts';
import { walk } from './walk.ts';

walk(spaces);
