/** What is due by now is done, as the schedule does it every few minutes. Nobody tells their time zone but those who are named. */
import { scheduling } from '../../src/bot/clockwork/schedule.ts';
import type { Bot } from '../../src/bot/the-bot.ts';
import type { Account, ChatPlatform, PlatformName } from '../../src/platform/chat-platform.ts';

export const look = (bot: Bot, zones: Readonly<Record<string, string>> = {}): Promise<void> => {
  const platform = { timeZoneOf: async ({ id }: Account) => zones[id] } as ChatPlatform;
  return scheduling(bot, new Map<PlatformName, ChatPlatform>([['discord', platform]]), 'Europe/London').look();
};
