/** Rows of three networks in every table, by what its columns are called, so that PostgreSQL plans as it would with real ones. */
import { type Kysely, sql } from 'kysely';

const each = 6000;
/** So many rows of a CoP in a table that has several. */
const ofOneCop = 20;

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly column_default: string | null;
  readonly is_generated: string;
  readonly is_nullable: string;
}

/** A table that comes with a later migration is filled like the others. */
export async function fill(db: Kysely<unknown>): Promise<void> {
  const { rows: columns } = await sql<Column>`select c.table_name, c.column_name, c.data_type, c.column_default,
    c.is_generated, c.is_nullable from information_schema.columns c join pg_tables t on t.tablename = c.table_name
    where t.schemaname = 'public' and c.table_schema = 'public' and c.table_name not like 'kysely_%' order by c.ordinal_position`.execute(
    db,
  );
  const { rows: checks } = await sql<{
    name: string;
    definition: string;
  }>`select conrelid::regclass::text as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'c'`.execute(
    db,
  );
  await db.connection().execute(async one => {
    await sql`set session_replication_role = replica`.execute(one); // neither references nor triggers
    for (const [table, its] of Map.groupBy(columns, column => column.table_name)) {
      const filled = its.filter(one => one.is_generated === 'NEVER' && !one.column_default?.startsWith('nextval'));
      const words = checks.filter(one => one.name === table).map(one => one.definition);
      await sql`insert into ${sql.ref(table)} (${sql.join(filled.map(one => sql.ref(one.column_name)))})
        select ${sql.join(filled.map(one => sql.raw(written(one, words))))}
        from generate_series(1, ${sql.lit(each)}) as i on conflict do nothing`.execute(one);
    }
    await sql`set session_replication_role = origin`.execute(one);
    await sql`analyze`.execute(one);
  });
}

/** What is open is the exception: of what ends, nine in ten have ended. */
function written(
  { table_name: table, column_name: name, data_type: type, is_nullable }: Column,
  checks: readonly string[],
) {
  const nullable = is_nullable === 'YES';
  const check = checks.find(one => new RegExp(`\\b${name}\\b`).test(one));
  const among = check && /ARRAY\[(.*)\]/.exec(check)?.[1]?.match(/'[^']*'/g);
  if (check && nullable && !among) return 'null';
  const value = among ? `(array[${among.join(',')}])[1 + i % ${among.length}]` : plain(table, name, type);
  return nullable ? `case when i % 10 = 0 then null else ${value} end` : value;
}

function plain(table: string, name: string, type: string): string {
  if (type === 'boolean') return 'i % 10 = 0';
  if (type !== 'text') return name === 'platform' ? "'slack'" : 'i';
  if (name === 'network_id') return `'network' || ${table === 'networks' ? 'i' : 'i % 3'}`;
  if (name === 'workspace_id') return table === 'settings' ? "'workspace' || i" : "'workspace' || i % 6";
  if (name === 'platform') return "(array['slack', 'discord'])[1 + i % 2]";
  if (name === 'cop_id') return `lpad((i${table === 'libraries' ? '' : ` / ${ofOneCop}`})::text, 26, '0')`;
  if (name === 'tags' || name === 'needs' || name === 'people') return "'[]'";
  return `lpad(i::text, 26, '0')`;
}
