/**
 * What a platform and a database hold, as lines to be compared: names instead of ids, no times, in no order. What only one person sees
 * until they load anew (private answers, open forms) isn't in it.
 */
import type { State as DiscordState } from '../../playground/discord/state.ts';
import type { State as SlackState } from '../../playground/slack/state.ts';
import type { PlatformName } from '../../src/domain/platforms.ts';

export type Look = readonly string[];

type Names = Map<string, string>;
export type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Who pressed, how often, and what is still to be drawn anew: a press that is made twice is noted twice. */
const passing = new Set(['audit', 'effects']);
const isTime = /(_at|_until|^since|^at|^day|_since|until|_ms)$/;
/** How often a row was written, the order of rows, what is salted, and what a Home is known to show. */
const counts = new Set(['version', 'n', 'waits', 'attempts', 'opened', 'hash', 'grams', 'drawn']);

/** Rows alone, and what is to be done of each kind. */
export function lookAtRows(rows: Rows): Look {
  const wanted = (rows.effects ?? []).map(({ kind, wish }) => `wanted: ${kind} ${wish}`);
  const names = namesIn(rows);
  return [...inRows(rows), ...wanted].map(line => plain(line, names)).sort();
}

export function lookOf(platform: PlatformName, state: string, rows: Rows): Look {
  const names = namesIn(rows);
  const held = platform === 'slack' ? onSlack(JSON.parse(state), names) : onDiscord(JSON.parse(state), names);
  return [...held, ...inRows(rows)].map(line => plain(line, names)).sort();
}

/** What is in one and not in the other, as often as it is. */
export function difference(expected: Look, found: Look): readonly string[] {
  const left = new Map<string, number>();
  for (const line of expected) left.set(line, (left.get(line) ?? 0) + 1);
  const more: string[] = [];
  for (const line of found) {
    const many = left.get(line) ?? 0;
    if (many > 0) left.set(line, many - 1);
    else more.push(`+ ${line}`);
  }
  return [...[...left].flatMap(([line, many]) => Array.from({ length: many }, () => `- ${line}`)), ...more];
}

function namesIn(rows: Rows): Names {
  const names: Names = new Map();
  for (const table of ['persons', 'cops', 'networks'] as const)
    for (const { id, name } of rows[table] ?? []) names.set(String(id), `‹${table.slice(0, -1)} ${name}›`);
  return names;
}

/** What is shown is looked at by itself; whoever is forgotten needs no answer drawn anew, and not to be forgotten again. */
const isLeftAsItStands = (kind: unknown, state: unknown): boolean =>
  (kind === 'redraw' || kind === 'forget') && state === 'skipped';

function inRows(rows: Rows): string[] {
  const lines = Object.entries(rows)
    .filter(([table]) => !passing.has(table))
    .flatMap(([table, all]) => all.map(row => `${table} ${JSON.stringify(timeless(row))}`));
  const undone = (rows.effects ?? [])
    .filter(({ kind, state, settled_at }) => state !== 'done' && settled_at !== null && !isLeftAsItStands(kind, state))
    .map(({ kind, state, error }) => `not done: ${kind} ${state} ${error}`);
  const waiting = (rows.effects ?? [])
    .filter(({ settled_at }) => settled_at === null)
    .map(({ kind, state }) => `waits: ${kind} ${state === 'parked' ? 'for a human' : 'for its day'}`);
  return [...lines, ...undone, ...waiting];
}

const timeless = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row)
      .filter(([column]) => !counts.has(column))
      .map(([column, value]) => [column, isTime.test(column) ? value !== null : value]),
  );

/** Ids that have names get them; all others, and times, are left out. */
function plain(line: string, names: Names): string {
  return line
    .replace(/\b[0-9A-HJKMNP-TV-Z]{26}\b/g, id => names.get(id) ?? '‹id›')
    .replace(/\b([A-Z])0[0-9A-Z]{8}\b/g, id => names.get(id) ?? '‹id›')
    .replace(/\b\d{10}\.\d{6}\b|\bp\d{16}\b/g, '‹ts›')
    .replace(/· ref \w+/g, '· ref ‹id›')
    .replace(/\b\d{17,20}\b/g, id => names.get(id) ?? '‹id›')
    .replace(/127\.0\.0\.1:\d+/g, '‹here›')
    .replace(/<!date\^\d+\^[^>]*>/g, '‹time›')
    .replace(/<t:\d+(:\w)?>/g, '‹time›')
    .replace(/"(words|reply|card|given)":"[\w-]{38,}"/g, '"$1":"‹sealed›"')
    .replace(/"timestamp":\d+/g, '"timestamp":‹time›')
    .replace(/"fallback":"\(\d{4}-\d\d-\d\d\)"/g, '"fallback":"(‹day›)"')
    .replace(/\b\d{13}\b/g, '‹time›');
}

function onSlack({ teams }: SlackState, names: Names): string[] {
  return teams.flatMap(team => {
    for (const { id, name } of team.people) names.set(id, `‹${name}›`);
    for (const { id, name, members } of team.channels)
      names.set(id, `‹#${name || members.map(one => names.get(one)).join(' and ')}›`);
    const said = team.channels.flatMap(channel => {
      const messages = channel.messages.filter(one => one.onlyFor === undefined && one.user !== 'USLACKBOT');
      const about = (ts: string | undefined) => messages.find(one => one.ts === ts)?.text.slice(0, 60) ?? '';
      const { members, pins, bookmarks, messages: _, created: _created, creator: _creator, ...rest } = channel;
      return [
        `channel ${JSON.stringify({ ...rest, members: [...members].sort() })}`,
        ...pins.map(({ ts, by }) => `pin in ${channel.id} of ${JSON.stringify(about(ts))} by ${by}`),
        ...bookmarks.map(({ title, link }) => `bookmark in ${channel.id}: ${title} ${link}`),
        ...messages.map(({ user, text, subtype, blocks, files, threadTs, rang }) => {
          const under = threadTs && about(threadTs);
          return `message in ${channel.id} by ${user} ${JSON.stringify({ text, subtype, under, rang, blocks: steady(blocks), files: files?.length })}`;
        }),
      ];
    });
    const files = team.files
      .filter(({ channels }) => channels.length > 0) // one that stands nowhere nobody sees; a picture is seen in its message
      .map(
        ({ name, type, complete, deleted, body, channels }) =>
          `file ${name} ${type} ${complete} ${deleted} ${!!body} in ${channels.join()}`,
      );
    const homes = Object.entries(team.homes).map(
      ([id, { blocks }]) => `home of ${id} ${JSON.stringify(steady(blocks))}`,
    );
    return [...said, ...files, ...homes];
  });
}

/** Without what Slack makes up for itself where an app gives none, and Discord's numbers of components: a card's own is its key. */
const steady = (blocks: unknown): unknown =>
  JSON.parse(
    JSON.stringify(blocks ?? [], (key, value) =>
      key === 'block_id' || key === 'action_id' || key === 'external_id' || (key === 'id' && value > 0)
        ? undefined
        : value,
    ),
  );

function onDiscord(state: DiscordState, names: Names): string[] {
  for (const { id, name } of state.users) names.set(id, `‹${name}›`);
  for (const guild of state.guilds)
    for (const { id, name } of [guild, ...guild.roles]) names.set(id, `‹@${id === guild.id ? guild.name : name}›`);
  const threadOf = new Map(
    state.channels.flatMap(one =>
      one.messages.flatMap(({ threadId, content }) => (threadId ? [[threadId, content]] : [])),
    ),
  );
  for (const { id, name, recipients, type } of state.channels)
    names.set(id, `‹#${type === 1 ? recipients.map(one => names.get(one)).join(' and ') : name}›`);
  const channels = state.channels.flatMap(channel => {
    const { name, type, topic, parentId, overwrites, archived, locked, threadMembers } = channel;
    const rights = [...overwrites].map(one => JSON.stringify(one)).sort();
    const messages = channel.messages.filter(one => one.onlyFor === undefined && one.type !== 20);
    const shown = { name, type, topic, parentId, rights, archived, locked, threadMembers: [...threadMembers].sort() };
    return [
      `channel ${channel.id} ${JSON.stringify({ ...shown, of: threadOf.get(channel.id)?.slice(0, 40) })}`,
      ...messages.map(one => {
        const { authorId, type, content, embeds, components, attachments, flags, rings, pinnedAt, threadId } = one;
        const files = attachments.map(file => `${file.name} ${file.bytes > 0}`);
        const told = {
          type,
          content,
          embeds,
          components: steady(components),
          files,
          flags,
          rings,
          pinned: !!pinnedAt,
          thread: !!threadId,
        };
        return `message in ${channel.id} by ${authorId} ${JSON.stringify(told)}`;
      }),
    ];
  });
  const roles = state.guilds.flatMap(({ roles, members }) => [
    ...roles.map(({ name, permissions }) => `role ${name} ${permissions}`),
    ...members.map(({ userId, roles }) => `member ${userId} with ${[...roles].sort().join()}`),
  ]);
  return [...channels, ...roles, ...state.commands.map(({ name, guildId }) => `command ${name} of ${guildId}`)];
}
