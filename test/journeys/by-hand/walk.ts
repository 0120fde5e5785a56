/** One row a thing that people change by hand; walked on each platform, told at once and found after an absence. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../../playground/driver.ts';
import { town } from '../../../playground/town.ts';
import { goesOn, movableClock } from '../../support/clock.ts';
import { announcesClosing, setUp, startCop } from '../../support/scenes.ts';
import { platformNames, type Stage, stage } from '../../support/stage.ts';

export const whens = ['at once', 'after an absence'] as const;
export type When = (typeof whens)[number];
export type PlatformName = (typeof platformNames)[number];

export interface Row {
  /** As the table of docs/operating.md calls it. */
  readonly what: string;
  /** In the space from the start, besides Amira, who facilitates it. */
  readonly members?: readonly string[];
  /** Joan's set-up is done: there is a Support Team. */
  readonly supported?: boolean;
  /** It was closed since: on Slack its channel is archived, on Discord its space is quiet. */
  readonly closed?: true;
  /** What a platform makes impossible, with the reason. */
  readonly skips?: {
    readonly [P in PlatformName]?: string | { readonly [W in When]?: string };
  };
  byHand(village: Village): Promise<void>;
  becomes(village: Village): Promise<void>;
}

export const space = 'cop-wound-care';
const english = { ...town, people: town.people.map(({ locale: _, ...one }) => one) };

/** Amira's Wound Care; Joan administers the place. */
export interface Village {
  readonly when: When;
  readonly stage: Stage;
  readonly clock: ReturnType<typeof movableClock>;
  readonly amira: Persona;
  readonly joan: Persona;
  /** Who manages a channel's people: on Slack any member, on Discord who administers the server. */
  readonly manager: Persona;
  person(name: string): Persona;
  until(condition: () => Promise<boolean>, what: string): Promise<void>;
  /** How somebody stands to the CoP: `member facilitator`. */
  stands(name: string, state: string): Promise<void>;
  cop(): Promise<{ space_name: string | null; closed_at: number | null; name: string }>;
}

async function opening(platform: PlatformName, when: When, row: Row, keep: (it_: Stage) => void): Promise<Village> {
  const clock = movableClock();
  const it_ = await stage(platform, { clock, workspaces: [english] });
  keep(it_);
  const [amira, joan] = [it_.person('Amira'), it_.person('Joan')] as const;
  if (row.supported) await setUp(joan);
  await startCop(amira);
  const { db } = it_.store;
  const everybody = new Map(town.people.map(one => [one.name, it_.person(one.name)])); // who has left is still spoken of
  const person = (name: string): Persona => {
    const found = [...everybody].find(([whole]) => whole.startsWith(name));
    if (!found) throw new Error(`nobody is called ${name}`);
    return found[1];
  };
  const village: Village = {
    when,
    stage: it_,
    clock,
    amira,
    joan,
    manager: platform === 'slack' ? amira : joan,
    person,
    until: async (condition, what) => void (await it_.playground.until(condition, what)),
    stands: async (name, state) => {
      const account = person(name).id;
      await it_.playground.until(async () => {
        const found = await db
          .selectFrom('memberships as m')
          .innerJoin('accounts as a', 'a.person_id', 'm.person_id')
          .select(['m.state', 'm.role'])
          .where('a.external_id', '=', account)
          .executeTakeFirst();
        return found !== undefined && `${found.state} ${found.role}` === state;
      }, `${name} to be ${state}`);
    },
    cop: () => db.selectFrom('cops').select(['space_name', 'closed_at', 'name']).executeTakeFirstOrThrow(),
  };
  for (const name of row.members ?? []) {
    await village.manager.brings(it_.person(name).name, space);
    await village.stands(name, 'member member');
  }
  await it_.settled();
  if (row.closed) {
    await announcesClosing(platform, amira);
    await it_.settled();
    goesOn(8, clock);
    await village.until(async () => (await village.cop()).closed_at !== null, 'it to be closed');
    await it_.settled();
  }
  return village;
}

function reasonFor(row: Row, platform: PlatformName, when: When): string | undefined {
  const skipped = row.skips?.[platform];
  return typeof skipped === 'string' ? skipped : skipped?.[when];
}

export function walk(rows: readonly Row[]): void {
  let it_: Stage | undefined;
  afterEach(() => it_?.stop());

  describe.each(platformNames)('on %s', { timeout: 60_000 }, platform => {
    describe.each(whens)('%s', when => {
      for (const row of rows) {
        const reason = reasonFor(row, platform, when);
        it.skipIf(reason !== undefined)(reason === undefined ? row.what : `${row.what} (${reason})`, async () => {
          const village = await opening(platform, when, row, opened => {
            it_ = opened;
          });
          if (when === 'at once') await row.byHand(village);
          else await village.stage.away(() => row.byHand(village));
          await row.becomes(village);
          const { store } = village.stage;
          const bugs = village.stage.log.filter(line => 'level' in line && line.level === 'error' && 'err' in line);
          expect(bugs).toEqual([]);
          expect(
            await store.db.selectFrom('effects').select(['kind', 'error']).where('state', '=', 'failed').execute(),
          ).toEqual([]);
        });
      }
    });
  });
}
