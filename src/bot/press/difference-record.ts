/** What was found changed by hand. A facilitator who was put out has a say in it too. */
import type { DifferenceId } from '../../domain/ids.ts';
import * as differences from '../../store/differences.ts';
import { known, present } from './known.ts';
import type { Loaders } from './records.ts';

export const differenceLoader: Pick<Loaders, 'difference'> = {
  async difference(looking, options) {
    const { reader, network, locking } = looking;
    const { difference, cop } = present(
      await differences.withCop(reader, network, options.difference as DifferenceId, locking),
    );
    const ids = difference.people.map(one => one.id);
    const all = await known(looking, cop, ids);
    const facilitated = difference.people.some(one => one.id === looking.actor && one.role === 'facilitator');
    return {
      subject: { difference, cop, people: ids.map(id => present(all.get(id))) },
      cop,
      recordId: difference.id,
      actor: all.get(looking.actor),
      author: undefined,
      asked: facilitated ? looking.actor : undefined,
    };
  },
};
