/**
 * Discord, looked at for whoever runs the bot: by calls alone. A session at its Gateway would get every press too, and there are 1000
 * of them a day.
 */
import {
  type APIApplication,
  type APIGatewayBotInfo,
  type APIUser,
  ApplicationFlagsBitField,
  PermissionFlagsBits as may,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from 'discord.js';
import { aheadBy, type Finding, type Findings, outTo, type WayOutTo } from '../../platform/finding.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { answers } from '../../platform/reach.ts';
import { type Calls, calling } from './calls.ts';
import { newToken } from './codes.ts';
import { isOfToken } from './errors.ts';
import { costs } from './permissions.ts';

export interface ToCheck extends WayOutTo {
  readonly token: string;
}

const portal = 'the Discord developer portal';
const linkAgain = "open the bot's invitation link (README) again, for this server";
const fewSessions = 50;

export async function checkup({ token, apiUrl, proxy }: ToCheck): Promise<Findings> {
  const aheadMs = await timeAt(apiUrl ?? 'https://discord.com/api');
  const calls = calling(token, apiUrl);
  try {
    return { findings: await look(calls, { apiUrl, proxy }), aheadMs };
  } finally {
    calls.end();
  }
}

async function look(calls: Calls, way: WayOutTo): Promise<readonly Finding[]> {
  const what = 'the token';
  try {
    const { username } = await calls.ask<APIUser>('GET', Routes.user('@me'));
    const app = await calls.ask<APIApplication>('GET', Routes.currentApplication());
    const good: Finding = { grade: 'good', what, says: `taken: the bot is ${username}` };
    return [good, ...ofApp(app), ...(await gateway(calls)), ...(await servers(calls, app.id))];
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (isOfToken(error))
      return [
        {
          grade: 'mend',
          what,
          says: `is not taken (${error.code})`,
          costs: 'nobody on Discord is served',
          remedy: newToken,
        },
      ];
    return [
      {
        grade: 'mend',
        what: 'Discord',
        says: `can't be asked (${error.code})`,
        remedy: error.remedy ?? outTo('discord.com', 'DISCORD_API_URL', way),
      },
    ];
  }
}

function ofApp({ flags, bot_require_code_grant }: APIApplication): readonly Finding[] {
  const reads = new ApplicationFlagsBitField(flags ?? 0).any(['GatewayMessageContent', 'GatewayMessageContentLimited']);
  const what = 'the intent Message Content';
  const intent: Finding = reads
    ? { grade: 'good', what, says: 'is on' }
    : {
        grade: 'optional',
        what,
        says: 'is off',
        costs: 'what people pin has to be given a title by hand, and files that they post are not noticed',
        remedy: `switch it on in ${portal}, under Bot, and start the bot again`,
      };
  if (!bot_require_code_grant) return [intent];
  const grant: Finding = {
    grade: 'mend',
    what: 'Requires OAuth2 Code Grant',
    says: 'is on',
    costs: "the bot can't be added to another server by its link",
    remedy: `switch it off in ${portal}, under Bot`,
  };
  return [intent, grant];
}

/** discord.js opens it past any proxy: so it is looked at past any proxy. */
async function gateway(calls: Calls): Promise<readonly Finding[]> {
  const { url, session_start_limit: left } = await calls.ask<APIGatewayBotInfo>('GET', Routes.gatewayBot());
  const { hostname, port, protocol } = new URL(url);
  const at = Number(port) || (protocol === 'ws:' ? 80 : 443);
  const what = `${hostname}:${at}, where presses come from`;
  const reached: Finding = (await answers(hostname, at))
    ? { grade: 'good', what, says: 'answers' }
    : {
        grade: 'mend',
        what,
        says: 'does not answer',
        costs: 'nothing that people press reaches the bot',
        remedy: `let this machine out to it without a proxy: discord.js doesn't take one there`,
      };
  if (left.remaining >= fewSessions) return [reached];
  const few: Finding = {
    grade: 'mend',
    what: 'sessions left today',
    says: `${left.remaining} of ${left.total}; more in ${Math.ceil(left.reset_after / 3_600_000)} hours`,
    costs: 'at none, the bot is not let in',
    remedy: 'find out why it starts so often, or who else uses its token; the log says so at each start',
  };
  return [reached, few];
}

type Server = Pick<RESTAPIPartialCurrentUserGuild, 'id' | 'name' | 'permissions'>;
const page = 200;

async function servers(calls: Calls, app: string): Promise<readonly Finding[]> {
  const all: Server[] = [];
  for (let after = '0'; ; after = all.at(-1)?.id ?? after) {
    const more = await calls.ask<Server[]>('GET', Routes.userGuilds(), { query: { limit: String(page), after } });
    all.push(...more);
    if (more.length < page) break;
  }
  if (all.length === 0)
    return [
      {
        grade: 'mend',
        what: 'servers',
        says: 'the bot is in none',
        remedy: 'open its invitation link (README), and choose a server',
      },
    ];
  const found: Finding[] = [];
  for (const server of all) found.push(...permissionsIn(server), ...(await commandsIn(calls, app, server)));
  return found;
}

function permissionsIn({ name, permissions }: Server): readonly Finding[] {
  const mine = BigInt(permissions);
  const holds = (permission: string) => (mine & (may.Administrator | may[permission as keyof typeof costs])) !== 0n;
  const missing = Object.entries(costs).filter(([permission]) => !holds(permission));
  if (missing.length === 0)
    return [{ grade: 'good', what: `server ${name}`, says: `all ${Object.keys(costs).length} permissions` }];
  return missing.map(([permission, costing]) => ({
    grade: 'mend',
    what: `server ${name}`,
    says: `lacks ${permission}`,
    costs: costing,
    remedy: linkAgain,
  }));
}

/** They are told at the bot's start; a server that it came to without `applications.commands` takes none. */
async function commandsIn(calls: Calls, app: string, { id, name }: Server): Promise<readonly Finding[]> {
  const what = `server ${name}`;
  try {
    const commands = await calls.ask<unknown[]>('GET', Routes.applicationGuildCommands(app, id));
    if (commands.length > 0) return [];
    return [{ grade: 'unseen', what, says: 'has no commands yet; the bot tells them when it starts' }];
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'forbidden') throw error;
    return [
      {
        grade: 'mend',
        what,
        says: 'takes no commands from the bot',
        costs: '/startcop and /cop are not there',
        remedy: linkAgain,
      },
    ];
  }
}

async function timeAt(api: string): Promise<number | undefined> {
  const asked = Date.now();
  return fetch(`${api.replace(/\/$/, '')}/v10/gateway`, { signal: AbortSignal.timeout(5000) }).then(
    answer => aheadBy(answer, asked, Date.now()),
    () => undefined,
  );
}
