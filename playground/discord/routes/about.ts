/** The app itself, the Gateway's address, users. discord.com/developers/docs/resources/user and …/application */
import { type Call, count, id, type Routes } from '../call.ts';
import { newChannel } from '../founding.ts';
import { applicationShape, guildShape } from '../guild-shape.ts';
import { limits } from '../limits.ts';
import { inGuild } from '../permissions.ts';
import { refuseField } from '../refusal.ts';
import { checkBody } from '../schemas.ts';
import { channelShape, userShape } from '../shapes.ts';
import type { Json } from '../state.ts';
import { botId, directWith, theUser } from '../world.ts';

const botGateway = ({ world }: Call): Json => ({
  url: world.origin().replace('http', 'ws'),
  shards: 1,
  session_start_limit: {
    total: limits.sessionsADay,
    remaining: world.customs.sessions.remaining,
    reset_after: world.customs.sessions.resetAfter,
    max_concurrency: 16,
  },
});

function direct({ world, body }: Call): Json {
  checkBody('CreatePrivateChannelRequest', body);
  if (!body.recipient_id) refuseField(['recipient_id'], 'BASE_TYPE_REQUIRED', 'This field is required');
  const user = theUser(world, body.recipient_id);
  const recipients = [user.id, botId(world)];
  const channel =
    directWith(world.state, user.id) ?? newChannel(world.state, world.now(), { type: 1, name: '', recipients });
  return channelShape(world, channel);
}

/** Partial ones, with what the bot may do in each: 200 at a time, by their ids. discord.com/developers/docs/resources/user#get-current-user-guilds */
function ownGuilds(call: Call): Json[] {
  const { world, query } = call;
  const most = count(call, 'limit', 200, 200);
  const after = BigInt(query.get('after') ?? 0);
  return world.state.guilds
    .flatMap(guild => {
      const member = guild.members.find(one => one.userId === botId(world));
      if (!member || BigInt(guild.id) <= after) return [];
      const { id, name, icon, banner, features } = guildShape(world, guild);
      const permissions = String(inGuild(guild, member));
      return [{ id, name, icon, banner, features, owner: guild.ownerId === member.userId, permissions }];
    })
    .sort((a, b) => (BigInt(a.id as string) < BigInt(b.id as string) ? -1 : 1))
    .slice(0, most);
}

export const about: Routes = {
  'GET /gateway': ({ world }) => ({ url: world.origin().replace('http', 'ws') }),
  'GET /gateway/bot': botGateway,
  'GET /users/@me': ({ world }) => ({
    ...userShape(theUser(world, botId(world))),
    verified: true,
    mfa_enabled: false,
    locale: 'en-US',
  }),
  'GET /users/@me/guilds': ownGuilds,
  'GET /users/:id': call => userShape(theUser(call.world, id(call))),
  'POST /users/@me/channels': direct,
  'GET /applications/@me': ({ world }) => applicationShape(world),
  'GET /oauth2/applications/@me': ({ world }) => applicationShape(world),
};
