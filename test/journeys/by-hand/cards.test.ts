import { cardRows } from './rows/cards.ts';
import { walk } from './walk.ts';

walk(cardRows);
