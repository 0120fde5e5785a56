/**
 * Who is deactivated is told as it happens, and afterwards only to who asks; some channels go on listing them. One list of everybody in
 * the workspace takes fewer calls than asking about each: a page for nearly a thousand. docs.slack.dev/reference/methods/users.list
 */
import { passes } from '../../platform/again.ts';
import type { SlackClient } from './client.ts';
import { toPlatformError } from './errors.ts';
import { lookBelievedMs, type Profiles } from './profiles.ts';

export interface Deactivated {
  /** Which of these are. */
  among(ids: readonly string[]): Promise<readonly string[]>;
  /** Slack may have told something that nobody heard: it lists them anew. */
  doubts(): void;
}

interface Listing {
  readonly began: number;
  readonly ids: Set<string>;
  cursor?: string | undefined;
}

/** "Under 1000". docs.slack.dev/reference/methods/users.list */
const pageSize = 999;
const believedMs = 24 * 3600_000;

export function deactivated(client: () => SlackClient, about: Profiles, now: () => number): Deactivated {
  let doubted = Number.NEGATIVE_INFINITY;
  let whole: Listing | undefined;
  let begun: Listing | undefined;

  const isFresh = (one: Listing | undefined): one is Listing =>
    one !== undefined && one.began >= doubted && now() - one.began < believedMs;

  /** Told to wait, it goes on where it was. */
  async function listed(): Promise<ReadonlySet<string>> {
    if (isFresh(whole)) return whole.ids;
    begun = isFresh(begun) ? begun : { began: now(), ids: new Set() };
    const listing = begun;
    try {
      do {
        const page = await client().users.list({ limit: pageSize, ...(listing.cursor && { cursor: listing.cursor }) });
        for (const { id, deleted } of page.members ?? []) if (id && deleted) listing.ids.add(id);
        listing.cursor = page.response_metadata?.next_cursor || undefined;
      } while (listing.cursor);
    } catch (error) {
      if (!passes(toPlatformError(error))) begun = undefined; // its place in the list may be no good any more
      throw error;
    }
    [whole, begun] = [listing, undefined];
    return whole.ids;
  }

  return {
    /** Each is asked about once more: they may be back since. */
    async among(ids) {
      if (ids.length === 0) return [];
      const gone: string[] = [];
      const all = await listed();
      for (const id of ids.filter(one => all.has(one)))
        if ((await about.surely(id, lookBelievedMs))?.gone !== false) gone.push(id);
      return gone;
    },
    doubts: () => {
      doubted = now();
    },
  };
}
