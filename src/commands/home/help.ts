import { cut } from '../../domain/words.ts';
import { helpCard } from '../../messages/help.ts';
import { type Command, command } from '../command.ts';

/** Says what can be typed: the others, as they describe themselves. */
export const helpFor = (others: readonly Command[]) =>
  command({
    name: 'home help',
    summary: 'What you can do here',
    about: 'network',
    may: ['anyone'],
    in: 'no CoP',
    answers: 'privately',
    offersSetup: true,
    reads: true,

    async run({ options }) {
      const typed = others.flatMap(({ slash, summary }) => (slash ? [{ slash, summary }] : []));
      return { say: helpCard(typed, cut(options.unknown ?? '', 60)) };
    },
  });
