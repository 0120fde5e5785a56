/** At the start: a database that came back from a backup forgets again who was forgotten since. */
import { forgetPerson } from '../../commands/person/forget-person.ts';
import * as forgotten from '../../store/forgotten.ts';
import { newId } from '../../store/ids.ts';
import { markUnder } from '../seal.ts';
import type { Bot } from '../the-bot.ts';
import { noWishes, saveWishes, wishing } from '../wishes.ts';
import { keepForgotten, keptForgotten } from './list.ts';
import { keepMarkKeys } from './mark-keys.ts';

const page = 500;

export async function forgetAgain(bot: Bot): Promise<void> {
  const { store, log, forgottenFile } = bot;
  const kept = await keptForgotten(forgottenFile);
  const keys = keepMarkKeys(forgottenFile, bot.seal.markKeys, log);
  const known = await forgotten.allForgotten(store.db);
  const isIn = (all: readonly forgotten.Forgotten[]) => {
    const latest = new Map(all.map(one => [one.hash, one.at]));
    return (one: forgotten.Forgotten) => (latest.get(one.hash) ?? 0) >= one.at;
  };
  await keepForgotten(
    forgottenFile,
    known.filter(one => !isIn(kept)(one)),
  );
  const missing = kept.filter(one => !isIn(known)(one));
  if (missing.length === 0) return;
  const many = await forgetAll(bot, keys, new Map(missing.map(one => [one.hash, one.at])));
  await store.db.transaction().execute(tx => forgotten.add(tx, missing));
  log.info({ people: many }, 'the database came from a backup: who was forgotten since is forgotten again');
}

/** Who came back later is somebody new. */
async function forgetAll(bot: Bot, keys: readonly string[], since: ReadonlyMap<string, number>): Promise<number> {
  let many = 0;
  let last: forgotten.KnownAccount | undefined;
  do {
    const accounts = await forgotten.everyAccount(bot.store.db, last, page);
    for (const one of accounts) {
      const at = Math.max(...keys.map(key => since.get(markUnder(key, one.workspace, one.externalId)) ?? -1));
      if (one.since > at) continue;
      await forgetOne(bot, one);
      many++;
    }
    last = accounts.length < page ? undefined : accounts.at(-1);
  } while (last);
  return many;
}

async function forgetOne({ store, clock, jobs, seal }: Bot, { network, workspace, person }: forgotten.KnownAccount) {
  await store.db.transaction().execute(async tx => {
    const now = clock.now();
    const wishes = noWishes();
    const after = wishing(wishes, now);
    await forgetPerson({ tx, network, workspace, now, after, newId: () => newId(now), markOf: seal.mark }, person);
    await saveWishes(jobs, tx, wishes, workspace);
  });
}
