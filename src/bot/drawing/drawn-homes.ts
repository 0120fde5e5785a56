import { workspaceKey } from '../../domain/workspace.ts';
import type { Account, DrawnHomes } from '../../platform/chat-platform.ts';
import * as homes from '../../store/homes.ts';
import type { Bot } from '../the-bot.ts';

const keyOf = ({ platform, workspace }: Account) => workspaceKey({ platform, id: workspace });

export const drawnHomes = ({ store: { db } }: Pick<Bot, 'store'>): DrawnHomes => ({
  of: account => homes.drawn(db, keyOf(account), account.id),
  note: (account, mark) => homes.noteDrawn(db, keyOf(account), account.id, mark),
});
