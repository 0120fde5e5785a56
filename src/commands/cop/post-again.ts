import { lane } from '../../domain/effect.ts';
import { docOf } from '../../domain/guide.ts';
import { standing } from '../../domain/message.ts';
import { postedAgainCard } from '../../messages/cards-gone.ts';
import * as posts from '../../store/posts.ts';
import * as told from '../../store/told.ts';
import { command, type Scope } from '../command.ts';
import { reviseCopies } from '../effects.ts';
import { layGuide, layWelcome, layWholes } from './standing.ts';

/** What was deleted in a space by hand stays so until somebody who facilitates wants it back. */
export const postAgain = command({
  name: 'cop post-again',
  summary: 'Post again what was deleted of the welcome and the guides in your space',
  about: 'cop',
  may: ['facilitator'],
  in: 'an open CoP',
  answers: 'privately',

  async run(scope) {
    const { cop } = scope.subject;
    const missing = await notThere(scope);
    const guides = missing.flatMap(one => (one === 'cop-welcome' ? [] : [layGuide(scope, cop, docOf(one))]));
    const follows = guides.flatMap(one => one.leaving);
    const welcomed = missing.includes('cop-welcome') ? [layWelcome(scope, cop, { follows })] : [];
    layWholes(scope, cop, guides, welcomed);
    scope.after(lane.cop(cop.id), reviseCopies(cop, 'cards-gone', { kind: 'cop', id: cop.id }), {
      follows: [...follows, ...welcomed],
    });
    return { say: postedAgainCard(cop) };
  },
});

/** Nor on its way there already. */
async function notThere({ tx, network, subject: { cop } }: Scope<{ cop: Parameters<typeof layGuide>[1] }>) {
  const about = { kind: 'cop', id: cop.id } as const;
  const there = await posts.standing(tx, network, standing, about);
  const missing: (typeof standing)[number][] = [];
  for (const one of standing) {
    if (there.has(one)) continue;
    const where = one === 'cop-welcome' ? lane.cop(cop.id) : lane.beside(cop.id, docOf(one));
    if (!(await told.isUnderWay(tx, network, where, one, about))) missing.push(one);
  }
  return missing;
}
