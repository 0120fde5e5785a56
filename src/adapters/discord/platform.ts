/** Discord behind the port. */
import { attempting } from '../../platform/attempt.ts';
import {
  type Capabilities,
  type ChatPlatform,
  type EffectKind,
  type FindableEffect,
  findable,
} from '../../platform/chat-platform.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { connection, type DiscordOptions, type Line } from './connection.ts';
import type { Performs } from './effects.ts';
import { limits } from './limits.ts';
import { effectKinds } from './missing.ts';

export type { DiscordOptions } from './connection.ts';

const capabilities: Capabilities = {
  home: false,
  errorsAtFields: false,
  formFromForm: false,
  channelAdministration: true,
  pinsPerSpace: 250,
  largestFile: limits.file.bytes,
  paced: [], // it tells with each answer, not before. docs.discord.com/developers/topics/rate-limits
};

export function createDiscord(options: DiscordOptions): ChatPlatform {
  let current: Line | undefined;
  const doing = (): Performs => {
    if (!current?.doing) throw new PlatformError('unreachable', 'not-connected');
    return current.doing;
  };
  type Work = (...given: unknown[]) => Promise<unknown>;
  const perform =
    (kind: EffectKind) =>
    (...given: unknown[]) =>
      attempting(`${given[1]}`, async () => (doing().perform[kind] as Work)(...given));
  const find =
    (kind: FindableEffect) =>
    (...given: unknown[]) =>
      attempting(`${given[1]}`, async () => (doing().find[kind] as Work)(...given));
  return {
    name: 'discord',
    capabilities,
    standing: () => current?.standing(),
    async start(commands, inbox) {
      current = connection(options);
      await current.open(commands, inbox);
    },
    async stop() {
      const ending = current;
      current = undefined;
      await ending?.close();
    },
    /** Discord tells it with what somebody presses alone. */
    localeOf: async () => undefined,
    /** Discord tells nobody's time zone. */
    timeZoneOf: async () => undefined,
    /** One process serves it, and believes nothing: names come with what people do. */
    forgets() {},
    serversOf: async (person, likely) => (await current?.doing?.serversOf(person, likely)) ?? [],
    administers: async who => (await current?.doing?.administers(who.workspace, who.id)) ?? 'not-told',
    makeInvite: (workspace, bounds) =>
      attempting(`invite ${workspace.id}`, async () => doing().makeInvite(workspace, bounds)),
    revokeInvite: (workspace, invite) =>
      attempting(`no invite ${workspace.id}`, async () => doing().revokeInvite(workspace, invite)),
    /** A picture goes with its message. */
    ready() {},
    download: from => attempting('download', async () => doing().download(from)),
    pins: (space, within) => attempting(`pins ${within ?? space.id}`, async () => doing().pins(space, within)),
    isThere: message => attempting(`message ${message.id}`, async () => doing().isThere(message)),
    ownSpaces: () => attempting('own spaces', async () => doing().ownSpaces()),
    spaces: ({ id }, which, closed) => attempting(`spaces ${id}`, async () => doing().spaces(id, which, closed)),
    members: (space, _believed, bySight, lacking) =>
      attempting(`members ${space.id}`, async () => doing().members(space, bySight, lacking)),
    pinnedWithin: space => attempting(`threads ${space.id}`, async () => doing().pinnedWithin(space)),
    gone: ({ id }, accounts) => attempting(`gone ${id}`, async () => doing().gone(id, accounts)),
    lapsed: space => attempting(`lapsed ${space.id}`, async () => doing().lapsed(space)),
    perform: Object.fromEntries(effectKinds.map(kind => [kind, perform(kind)])) as unknown as ChatPlatform['perform'],
    find: Object.fromEntries(findable.map(kind => [kind, find(kind)])) as unknown as ChatPlatform['find'],
  };
}
