/** The app's Home tab. A view that is there already as it should be is not published again. docs.slack.dev/surfaces/app-home */
import type { webApi } from '@slack/bolt';
import type { Card } from '../../platform/card.ts';
import { toBlocks } from './blocks.ts';
import { limits } from './limits.ts';
import type { View } from './slack-types.ts';

const most = 1000;

export const toHomeView = (card: Card, team: string): View => ({
  type: 'home',
  blocks: toBlocks(card, team, new Map(), limits.viewBlocks).blocks,
});

export interface Homes {
  /** `lasting`: as it will be drawn from then on; that isn't published over what it says now. `there`: whether Slack shows them one already. */
  show(user: string, card: Card, more?: { readonly lasting?: Card; readonly there?: boolean }): Promise<void>;
}

export function homes(connected: () => { readonly client: webApi.WebClient; readonly team: string }): Homes {
  const shown = new Map<string, string>();
  return {
    async show(user, card, { lasting = card, there = true } = {}) {
      const { client, team } = connected();
      const drawn = JSON.stringify(toHomeView(lasting, team));
      if (there && lasting === card && shown.get(user) === drawn) return;
      await client.views.publish({ user_id: user, view: toHomeView(card, team) as never });
      if (shown.size >= most) shown.clear();
      shown.set(user, drawn);
    },
  };
}
