/** The app's Home tab. A view that is there already as it should be is not published again. docs.slack.dev/surfaces/app-home */
import { createHash } from 'node:crypto';
import type { Card } from '../../platform/card.ts';
import { toBlocks } from './blocks.ts';
import type { Reach } from './connected.ts';
import { limits } from './limits.ts';
import type { View } from './slack-types.ts';

export const toHomeView = (card: Card, team: string): View => ({
  type: 'home',
  blocks: toBlocks(card, team, new Map(), limits.viewBlocks).blocks,
});

export interface Homes {
  /** `lasting`: as it will be drawn from then on; that isn't published over what it says now. `there`: whether Slack shows them one already. */
  show(user: string, card: Card, more?: { readonly lasting?: Card; readonly there?: boolean }): Promise<void>;
}

const markOf = (view: View): string => createHash('sha256').update(JSON.stringify(view)).digest('base64url');

/** While it is being published nobody is sure what it shows: it may come to be, and Slack's answer not. */
export function homes(connected: () => Pick<Reach, 'client' | 'team' | 'drawn'>): Homes {
  return {
    async show(user, card, { lasting = card, there = true } = {}) {
      const { client, team, drawn } = connected();
      const whose = { platform: 'slack', workspace: team, id: user } as const;
      const mark = markOf(toHomeView(lasting, team));
      if (there && lasting === card && (await drawn.of(whose)) === mark) return;
      await drawn.note(whose, undefined);
      await client.views.publish({ user_id: user, view: toHomeView(card, team) as never });
      await drawn.note(whose, mark);
    },
  };
}
