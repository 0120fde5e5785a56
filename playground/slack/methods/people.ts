/** docs.slack.dev/reference/methods?family=users, and the small ones: auth, api, bots, team, blocks.validate */
import { blockTroubles } from '../blocks.ts';
import type { Call, Method } from '../call.ts';
import { nested, page, text } from '../call.ts';
import { botSees } from '../channels.ts';
import { hasPicture } from '../pictures.ts';
import { refuse } from '../refusal.ts';
import { channelShape, userShape } from '../shapes.ts';
import type { Json } from '../state.ts';
import { appId, botName } from '../state.ts';
import { viewTroubles } from '../views.ts';
import { bot, isIn, personById } from '../world.ts';
import { ofTypes } from './conversations.ts';

/** users.info tells it if asked to; users.list never does here. docs.slack.dev/reference/methods/users.info */
const withoutLocale = ({ locale: _, ...user }: Json): Json => user;

function validate({ world, team, args }: Call): Json {
  const given = ['blocks', 'view', 'message'].filter(key => args[key] !== undefined);
  if (given.length !== 1) refuse('invalid_arguments', ['must provide exactly one of `blocks`, `view`, or `message`']);
  const what = given[0]!;
  const value = nested(args[what], 'invalid_arguments');
  const where = { hasPicture: (file: Json) => hasPicture(world, team, file) };
  const wrong =
    what === 'view'
      ? viewTroubles(value, value?.type === 'home' ? 'home' : 'modal', where)
      : blockTroubles(what === 'blocks' ? value : value?.blocks, { ...where, surface: 'message' });
  return wrong.length
    ? refuse(`invalid_${what}`, wrong, { errors: wrong.map(message => ({ code: 'failed_constraint', message })) })
    : {};
}

export const people: Record<string, Method> = {
  'api.test': { tier: 4, open: true, run: ({ args }) => (args.error ? refuse(text(args.error)) : { args }) },
  'auth.test': {
    tier: 'special',
    run: ({ team }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: bot(team).handle,
      team_id: team.id,
      user_id: team.botUserId,
      bot_id: team.botId,
      is_enterprise_install: team.orgWide === true,
    }),
  },
  'bots.info': {
    tier: 3,
    scopes: ['users:read'],
    run: ({ world, team, args }) =>
      args.bot === team.botId
        ? {
            bot: {
              id: team.botId,
              deleted: false,
              name: botName,
              app_id: world.state.botsApp ?? appId,
              user_id: team.botUserId,
              icons: {},
              updated: 0,
            },
          }
        : refuse('bot_not_found'),
  },
  'team.info': {
    tier: 3,
    scopes: ['team:read'],
    run: ({ team, args }) =>
      args.team && args.team !== team.id
        ? refuse('team_not_found')
        : {
            team: {
              id: team.id,
              name: team.name,
              domain: team.domain,
              url: `https://${team.domain}.slack.com/`,
              email_domain: '',
              icon: {},
            },
          },
  },
  'users.info': {
    tier: 4,
    scopes: ['users:read'],
    needs: ['user'],
    run({ world, team, args }) {
      const user = userShape(world, team, personById(team, text(args.user)) ?? refuse('user_not_found'));
      return { user: args.include_locale === true || args.include_locale === 'true' ? user : withoutLocale(user) };
    },
  },
  'users.list': {
    tier: 2,
    scopes: ['users:read'],
    run(call) {
      const { items, next } = page(call, call.team.people);
      return {
        members: items.map(person => withoutLocale(userShape(call.world, call.team, person))),
        cache_ts: Math.floor(call.world.now() / 1000),
        ...next,
      };
    },
  },
  'users.conversations': {
    tier: 3,
    scopes: ['groups:read', 'im:read', 'mpim:read', 'channels:read'],
    run(call) {
      const user = text(call.args.user) || call.team.botUserId;
      const mine = call.team.channels.filter(c => isIn(c, user) && botSees(call.team, c));
      const { items, next } = page(call, ofTypes(call, mine));
      return { channels: items.map(c => channelShape(call.team, c)), ...next };
    },
  },
  'users.lookupByEmail': {
    tier: 3,
    scopes: ['users:read.email'],
    needs: ['email'],
    run: ({ world, team, args }) => ({
      user: userShape(
        world,
        team,
        team.people.find(p => `${p.handle}@example.org` === text(args.email).toLowerCase()) ??
          refuse('users_not_found'),
      ),
    }),
  },
  'blocks.validate': { tier: 3, run: validate },
};
