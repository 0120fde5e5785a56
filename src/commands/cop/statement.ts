import { Refusal } from '../../domain/refusal.ts';
import { statementCard } from '../../messages/edit.ts';
import * as people from '../../store/people.ts';
import * as statements from '../../store/statements.ts';
import { command } from '../command.ts';

const most = 5;

export const showStatement = command({
  name: 'cop statement',
  summary: 'The core statement of a CoP; for its members, how it has changed too',
  options: { cop: { kind: 'cop', summary: 'Which CoP; the one whose space this is, if you leave it out' } },
  about: 'cop',
  may: ['anyone'],
  in: 'any CoP',
  answers: 'privately',
  reads: true,

  async run({ tx, network, subject: { cop, role } }) {
    if (!role && cop.unlisted) throw new Refusal('closed-door', {});
    if (!role) return { say: statementCard(cop, []) };
    const history = await statements.of(tx, network, cop.id, most);
    const authors = await people.known(tx, network, { workspace: cop.workspace, cop: cop.id }, [
      ...new Set(history.map(one => one.by)),
    ]);
    return {
      say: statementCard(
        cop,
        history.map(one => ({ ...one, author: authors.get(one.by) })),
        role === 'facilitator' && cop.state === 'open',
      ),
    };
  },
});
