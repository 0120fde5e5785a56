/** Slack behind the port: one connection, one way in, one way out. */
import type { App } from '@slack/bolt';
import { attempting } from '../../platform/attempt.ts';
import type { Capabilities, ChatPlatform, CommandSpec, Inbox, Invocation } from '../../platform/chat-platform.ts';
import { answering, type Surface } from '../../platform/figures.ts';
import { onBehalfOf, pressId } from '../../platform/on-behalf.ts';
import { PlatformError } from '../../platform/platform-error.ts';
import { hearingWords } from './addressed.ts';
import { connectionOf, type Reach } from './connected.ts';
import { connection, type Line, type SlackOptions } from './connection.ts';
import { deactivated } from './deactivated.ts';
import { asOurs, finding, performing, speakingOurErrors } from './effects.ts';
import { download } from './files.ts';
import { recalled } from './forms.ts';
import { hearing } from './happenings.ts';
import { homes } from './home.ts';
import {
  asideOf,
  fromHome,
  fromPress,
  fromShortcut,
  fromSlash,
  fromSubmission,
  lineOf,
  type Opened,
  type Press,
  type Shortcut,
  type Slash,
  type Submission,
} from './inbound.ts';
import { limits } from './limits.ts';
import { looks } from './looks.ts';
import { messageSoon } from './message-told.ts';
import { namedLater } from './named-later.ts';
import { ready } from './pictures.ts';
import { adminBelievedMs, idsIn, profiles } from './profiles.ts';
import { paced } from './rates.ts';
import { sayMissingScopes } from './scopes.ts';
import { callbackOf, typed } from './slash.ts';
import {
  type Ack,
  acknowledging,
  answerHomeOpened,
  answerPress,
  answerSlash,
  answerSubmission,
  type Desk,
} from './surfaces.ts';
import { passingOverToldAgain } from './told-again.ts';
import { opensFromElsewhere, teamOf } from './whose.ts';

const capabilities: Capabilities = {
  home: true,
  errorsAtFields: true,
  formFromForm: true,
  channelAdministration: false,
  pinsPerSpace: limits.pins,
  largestFile: limits.file,
  paced,
};

async function noInvites(): Promise<never> {
  throw new PlatformError('unsupported', 'no_invites');
}

export function createSlack(options: SlackOptions): ChatPlatform {
  let line: Line | undefined;
  let connected: Reach | undefined;
  let ended = new AbortController();
  const now = options.now ?? Date.now;
  const here = (): Reach => {
    if (!connected) throw new PlatformError('unreachable', 'not_connected');
    return connected;
  };
  const tabs = homes(here);
  const about = profiles(() => here().client, options.log, now);
  const gone = deactivated(() => here().client, about, now);

  return {
    name: 'slack',
    capabilities,
    standing: () => line?.standing(),
    localeOf: async ({ id }) => (await about(id))?.locale,
    serversOf: async () => [],
    administers: async ({ id }) => (await about(id, adminBelievedMs))?.admin ?? 'not-told',
    /** admin.users.invite is for Enterprise organisations. docs.slack.dev/reference/methods/admin.users.invite */
    makeInvite: noInvites,
    revokeInvite: noInvites,
    timeZoneOf: async ({ id }) => (await about(id))?.timeZone,
    forgets: account => about.forgets(account?.id),
    perform: speakingOurErrors(performing(here, tabs)) as ChatPlatform['perform'],
    find: speakingOurErrors(finding(here)) as ChatPlatform['find'],

    ...looks(here, about, gone),
    ready(picture) {
      if (connected)
        ready(connected.client, picture).catch(err => options.log.debug({ err }, 'a picture lies not ready yet'));
    },
    download: from => asOurs(attempting('download', () => download(here(), from))),

    async start(commands, inbox) {
      ended = new AbortController();
      const began = connection(options, {
        known(me) {
          sayMissingScopes(options.log, me.response_metadata?.scopes);
          connected = connectionOf(began, me, options, inbox.homes, ended.signal);
          const specs = new Map(commands.map(spec => [spec.name, spec]));
          const later = namedLater({ reach: connected, inbox, about, log: options.log });
          const desk = { ...connected, inbox, specs, log: options.log, about, later, tabs, now };
          listen(began.app, commands, desk, connected.home, now);
          hear(began.app, connected, inbox, { about, log: options.log });
        },
        returned() {
          about.doubts();
          gone.doubts();
          return inbox.happened({ kind: 'returned', platform: 'slack' });
        },
        allowed() {
          const workspace = { platform: 'slack', id: here().team } as const;
          void inbox.happened({ kind: 'allowed', workspace });
        },
      });
      line = began;
      await began.start();
    },

    async stop() {
      ended.abort();
      await line?.stop();
    },
  };
}

/** What people do and say without asking. */
function hear(app: App, reach: Reach, inbox: Inbox, { about, log }: Pick<Desk, 'about' | 'log'>): void {
  passingOverToldAgain(app);
  hearing(app, reach, inbox, about);
  hearingWords(app, reach, inbox, { about, log });
}

/** Handed on as it is, and counted from now on. */
function counted(ack: unknown, surface: Surface): Ack {
  const over = answering('slack', surface);
  return acknowledging(async payload => {
    await (ack as (payload?: unknown) => Promise<void>)(payload);
    over();
  });
}

/** On behalf of this press; of who comes from another team in a connected channel it is said that they do. docs.slack.dev/apis/slack-connect */
function ofThis(
  { team, later, answering }: Desk,
  given: Invocation,
  work: (invocation: Invocation) => Promise<void>,
  untold?: true,
) {
  const { by } = given;
  const isForeign = by.workspace !== undefined && by.workspace !== team;
  const foreign = untold ? 'perhaps' : true;
  const invocation = isForeign ? { ...given, by: { ...by, foreign } as const } : given;
  const answered = onBehalfOf(pressId(given.id), () => work(invocation).finally(() => later.over(invocation)));
  const where = given.reply?.token;
  if (where === undefined) return answered;
  const over = answered
    .catch(() => {})
    .finally(() => {
      if (answering.get(where) === over) answering.delete(where);
    });
  answering.set(where, over);
  return answered;
}

/** All that people can press, type and send arrives here. */
function listen(app: App, commands: readonly CommandSpec[], desk: Desk, home: string, now: () => number): void {
  const shortcuts = new Map(
    commands.flatMap(spec => (spec.shortcut ? [[callbackOf(spec.shortcut), spec.name] as const] : [])),
  );

  app.command(/.*/, async ({ command, ack }) => {
    const slash = command as unknown as Slash;
    const invoke = typed(commands, lineOf(slash));
    if (!invoke) return ack();
    const given = fromSlash(slash, invoke, now());
    await ofThis(desk, given, invocation =>
      answerSlash(desk, invocation, slash.trigger_id, slash.response_url, counted(ack, 'slash')),
    );
  });
  app.action(/.*/, async ({ body, ack }) => {
    const press = body as unknown as Press;
    const answered = counted(ack, 'button');
    const { team, untold } = await teamOf(desk, press);
    const given = fromPress(press, team, now());
    if (!given) return ack();
    const answers = (invocation: Invocation) =>
      answerPress(desk, invocation, press.trigger_id, asideOf(press), answered);
    await ofThis(desk, given, answers, untold);
  });
  app.view(/.*/, async ({ body, ack }) => {
    const submission = body as unknown as Submission;
    const answered = counted(ack, 'form');
    const { team, untold } = await teamOf(desk, submission);
    const given = fromSubmission(submission, team, now());
    const kept = recalled(submission.view.private_metadata);
    const answers = (invocation: Invocation) =>
      answerSubmission(desk, invocation, idsIn(submission.view.state.values), kept, answered);
    await ofThis(desk, given, answers, untold);
  });
  app.event('app_home_opened', async ({ event }) => {
    const opened = event as unknown as Opened;
    const invoke = typed(commands, 'cop home');
    const shown = opened.view != null;
    if (opened.tab !== 'home' || !invoke || (await opensFromElsewhere(desk, opened.user, shown))) return;
    const given = fromHome(opened, invoke, desk.team);
    await ofThis(desk, given, invocation => answerHomeOpened(desk, invocation, shown));
  });
  app.shortcut(/.*/, async ({ shortcut, ack }) => {
    const used = shortcut as unknown as Shortcut;
    const command = shortcuts.get(used.callback_id);
    if (!command) return ack();
    const answered = counted(ack, 'menu');
    const [{ team, untold }, message] = await Promise.all([teamOf(desk, used), messageSoon(desk, used.message)]);
    const given = fromShortcut({ ...used, message }, command, team, home);
    const answers = (invocation: Invocation) => answerPress(desk, invocation, used.trigger_id, asideOf(used), answered);
    await ofThis(desk, given, answers, untold);
  });
}
