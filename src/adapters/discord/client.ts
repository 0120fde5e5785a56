/**
 * The connection, with caches that stay small. Never limited: guilds, channels, roles and overwrites, which discord.js can't do without.
 */
import {
  type APIApplication,
  ApplicationFlagsBitField,
  Client,
  type ClientOptions,
  GatewayIntentBits,
  type GuildMember,
  Options,
  Routes,
} from 'discord.js';
import type { Log } from '../../platform/log.ts';
import { type Calls, restOptions } from './calls.ts';

const own = (member: GuildMember): boolean => member.id === member.client.user.id;

const caches = Options.cacheWithLimits({
  ...Options.DefaultMakeCacheSettings,
  AutoModerationRuleManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: { maxSize: 50, keepOverLimit: own },
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 200, keepOverLimit: user => user.id === user.client.user.id },
  VoiceStateManager: 0,
});

export const newClient = (apiUrl: string | undefined, readsContent: boolean, ws: ClientOptions['ws']): Client =>
  new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(readsContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    makeCache: caches,
    rest: restOptions(apiUrl),
    ws,
  });

/** Asking for an intent that isn't enabled ends the connection (4014), so the application is looked at first. */
export async function mayReadContent(calls: Calls): Promise<boolean> {
  const { flags = 0 } = await calls.ask<APIApplication>('GET', Routes.currentApplication());
  return new ApplicationFlagsBitField(flags).any(['GatewayMessageContent', 'GatewayMessageContentLimited']);
}

export const sayWithoutContent = (log: Log): void =>
  log.warn(
    { intent: 'MESSAGE_CONTENT' },
    'the Message Content intent is not enabled for this application, so what people pin has to be given a title by hand, and files that they post are not noticed; enable it under Bot in the Discord developer portal, and start again',
  );
