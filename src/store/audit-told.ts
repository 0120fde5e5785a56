/** The audit as whoever runs the bot reads it: the latest first, with names where they are known. */
import type { CopId } from '../domain/ids.ts';
import type { NotedName } from '../domain/noted.ts';
import type { Reader } from './engine.ts';

export interface ToldDeed {
  readonly at: number;
  /** Nobody: the bot itself, or somebody who was forgotten. */
  readonly who: string | undefined;
  readonly forgotten: boolean;
  readonly command: string;
  readonly about: string;
  readonly id: string | undefined;
  /** The CoP that it is about, where it is about one. */
  readonly cop: string | undefined;
  readonly workspace: string;
}

export interface WhichDeeds {
  readonly since: number;
  readonly most: number;
  /** As a command is called, or its beginning: `join-request`. */
  readonly command: string | undefined;
  readonly cop: CopId | undefined;
}

export async function deeds(reader: Reader, { since, most, command, cop }: WhichDeeds): Promise<readonly ToldDeed[]> {
  const rows = await reader
    .selectFrom('audit as a')
    .leftJoin('persons as p', 'p.id', 'a.actor_id')
    .leftJoin('cops as c', join => join.onRef('c.id', '=', 'a.about_id' as never))
    // A start is noted before there is a CoP; it came of the same press, at the same millisecond.
    .leftJoin('cops as s', join =>
      join
        .onRef('s.starter_id', '=', 'a.actor_id')
        .onRef('s.created_at', '=', 'a.at')
        .on('a.command', '=', 'cop start'),
    )
    .select([
      'a.id',
      'a.press',
      'a.at',
      'p.name as who',
      'a.command',
      'a.about_kind',
      'a.about_id',
      'c.name as cop',
      's.name as started',
      'a.workspace_id',
    ])
    .where('a.at', '>=', since)
    .$if(command !== undefined, q =>
      q.where(eb =>
        eb.or([
          eb('a.command', '=', command as NotedName),
          eb(eb.fn('substr', ['a.command', eb.val(1), eb.val((command ?? '').length + 1)]), '=', `${command} `),
        ]),
      ),
    )
    .$if(cop !== undefined, q =>
      q.where(eb => eb.or([eb('a.about_id', '=', cop as CopId), eb('s.id', '=', cop as CopId)])),
    )
    .orderBy('a.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(row => ({
    at: row.at,
    who: row.who ?? undefined,
    forgotten: row.who === null && row.press === row.id, // as erasing.ts leaves it
    command: row.command,
    about: row.about_kind,
    id: row.about_id ?? undefined,
    cop: row.cop ?? row.started ?? undefined,
    workspace: row.workspace_id,
  }));
}
