/** Ids that rise and tell their time. discord.com/developers/docs/reference#snowflakes */
const epoch = 1_420_070_400_000n;

export function nextId(state: { lastId: string }, now: number): string {
  const byTime = (BigInt(Math.max(0, Math.floor(now))) - epoch) << 22n;
  const last = BigInt(state.lastId);
  state.lastId = String(byTime > last ? byTime : last + 1n);
  return state.lastId;
}

export const timeOf = (id: string): number => Number((BigInt(id) >> 22n) + epoch);
/** Of two with as many digits, the text compares as the number does. */
export const newer = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
/** The shard of a guild. discord.com/developers/docs/topics/gateway#sharding */
export const shardOf = (guildId: string, shards: number): number => Number((BigInt(guildId) >> 22n) % BigInt(shards));
