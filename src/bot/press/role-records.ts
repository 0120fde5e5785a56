/** Of roles: what somebody carries, and whom somebody thinks of. Who has left the CoP has no say in either any more. */
import type { CarriedRoleId, RoleSuggestionId } from '../../domain/ids.ts';
import * as coreRoles from '../../store/core-roles.ts';
import * as suggestions from '../../store/role-suggestions.ts';
import { known, present } from './known.ts';
import type { Loaders } from './records.ts';

export const roleLoaders: Pick<Loaders, 'carried-role' | 'role-suggestion'> = {
  async 'carried-role'(looking, options) {
    const found = present(
      await coreRoles.withCop(
        looking.reader,
        present(looking.network),
        options.carried as CarriedRoleId,
        looking.locking,
      ),
    );
    const { carried, cop } = found;
    const all = await known(looking, cop, [carried.personId]);
    const carrier = present(all.get(carried.personId));
    return {
      subject: { ...found, carrier },
      cop,
      recordId: carried.id,
      actor: all.get(looking.actor),
      author: carrier.role && carrier.id,
      asked: undefined,
    };
  },

  async 'role-suggestion'(looking, options) {
    const { reader, network, locking } = looking;
    const found = present(
      await suggestions.withCop(reader, present(network), options.suggestion as RoleSuggestionId, locking),
    );
    const { suggestion, cop } = found;
    const all = await known(looking, cop, [suggestion.personId, suggestion.suggesterId]);
    const person = present(all.get(suggestion.personId));
    const suggester = present(all.get(suggestion.suggesterId));
    return {
      subject: { ...found, person, suggester },
      cop,
      recordId: suggestion.id,
      actor: all.get(looking.actor),
      author: suggester.role && suggester.id,
      asked: person.role && person.id,
    };
  },
};
