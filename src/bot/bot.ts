/** Puts the rooms of the bot together around a store and the platforms it serves. */
import type { Command } from '../commands/command.ts';
import { consequences } from '../commands/consequences.ts';
import { commands } from '../commands/index.ts';
import type { WorkspaceKey } from '../domain/ids.ts';
import { type Language, languages } from '../domain/language.ts';
import { workspaceOf } from '../domain/workspace.ts';
import type { Clock } from '../jobs/clock.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Guides } from '../messages/guide.ts';
import { wordsIn } from '../messages/language.ts';
import type { ChatPlatform, CommandSpec, Happening, Inbox, PlatformName } from '../platform/chat-platform.ts';
import type { Log } from '../platform/log.ts';
import { onBehalfOf, pressId } from '../platform/on-behalf.ts';
import type { UnknownSpaces } from '../platform/unknown-spaces.ts';
import * as claims from '../store/claims.ts';
import type { Heed } from '../store/engine/outdated.ts';
import type { Store } from '../store/engine.ts';
import { nobodyIsSure } from '../store/homes.ts';
import { newId } from '../store/ids.ts';
import { scheduling } from './clockwork/schedule.ts';
import { connecting } from './connecting.ts';
import { drawnHomes } from './drawing/drawn-homes.ts';
import { backingUp } from './files/back-up.ts';
import { letClosedGo } from './files/closed.ts';
import type { KeptFiles } from './files/kept-files.ts';
import { forgetting } from './files/let-go.ts';
import { forgetAgain } from './forgetting/again.ts';
import { fromBackup } from './from-backup.ts';
import { hourly } from './happenings/hourly.ts';
import { reconciling } from './happenings/reconcile.ts';
import { makingReady } from './making-ready.ts';
import { outbox } from './outbox/drain.ts';
import { stepOf } from './outbox/effects/index.ts';
import { addressing } from './press/addressed.ts';
import { dispatching } from './press/dispatch.ts';
import { refusingElsewhere } from './press/from-elsewhere.ts';
import { preparingInvites } from './press/own-invites.ts';
import { preparingSupport } from './press/support-channel.ts';
import { inTheirServer } from './press/which-server.ts';
import { sealWith } from './seal.ts';
import type { Bot } from './the-bot.ts';

export interface Wiring {
  readonly store: Store;
  readonly jobs: Jobs;
  readonly clock: Clock;
  readonly log: Log;
  readonly guides: Readonly<Record<Language, Guides>>;
  readonly platforms: readonly ChatPlatform[];
  /** Processes side by side, on one database. */
  readonly others?: Pick<Heed, 'hearsOfPeople'> | undefined;
  /** What waits is sealed with this, and with what it was sealed before. */
  readonly secret: string;
  readonly secretsBefore?: readonly string[];
  /** The operator's time zone (an IANA name); the system's, if none is told. */
  readonly timeZone?: string;
  /** Where the public pages are, if there are any. */
  readonly publicUrl?: string | undefined;
  /** Where the files of documents are kept, if they are. */
  readonly files?: KeptFiles | undefined;
  /** Where it stands beside the database who is to stay forgotten; nowhere, if left out. */
  readonly forgottenFile?: string | undefined;
  /** Where a copy of the database goes every day; nowhere, if left out. */
  readonly backupDir?: string | undefined;
  /** For whoever watches: spaces that its database knows nothing of. */
  readonly unknown?: UnknownSpaces;
}

export interface Running {
  readonly inbox: Inbox;
  /** Every platform has let the bot in; each is served as soon as it has. Fails with NotConnected. */
  readonly connected: Promise<void>;
  /** The only platform ended the connection for good: there is nobody left to serve. */
  readonly ended: Promise<PlatformName>;
  stop(): Promise<void>;
}

export async function startBot({
  store,
  jobs,
  clock,
  log,
  guides,
  platforms,
  others,
  secret,
  secretsBefore,
  timeZone,
  publicUrl,
  files,
  forgottenFile,
  backupDir,
  unknown = new Map(),
}: Wiring): Promise<Running> {
  const bot: Bot = {
    store,
    clock,
    jobs,
    log,
    seal: sealWith(secret, secretsBefore),
    commands,
    consequences,
    stepOf,
    paced: name => platforms.find(one => one.name === name)?.capabilities.paced ?? [],
    guides,
    publicUrl,
    files,
    timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    forgottenFile,
    unknown,
  };
  const byName = new Map(platforms.map(platform => [platform.name, platform]));
  others?.hearsOfPeople(account => forget(byName, account));
  const inner = dispatching(bot);
  const supported = preparingSupport(bot, byName, inner.invoke, one => lookIn(one));
  const invoke = preparingInvites(bot, byName, supported);
  const dispatch = inTheirServer(bot, byName, { ...inner, invoke });
  const ending = new AbortController();
  const ended = Promise.withResolvers<PlatformName>();
  const { happened: takeIn, look, lookIn } = reconciling(bot, dispatch, byName, ending.signal);
  const happened = async (event: Happening) => {
    if (event.kind !== 'ended') return onBehalfOf(pressId(`${event.kind} ${newId(clock.now())}`), () => takeIn(event));
    if (platforms.length === 1) ended.resolve(event.platform);
  };
  const inbox: Inbox = {
    ...refusingElsewhere(bot, { ...dispatch, form: makingReady(bot, byName, dispatch.form) }),
    happened,
    addressed: addressing(bot),
    homes: drawnHomes(bot),
  };

  await takeUp(bot);
  const { drains, connect, caughtUp } = connecting(bot, outbox(bot, byName), ending.signal);
  await jobs.start([...byName.keys()], drains);
  const schedule = scheduling(bot, byName, bot.timeZone);
  schedule.start();
  const looks = hourly(bot, byName.keys(), name => look(name, 'an hour'));
  looks.start();
  const ends = [forgetting(bot, () => letClosedGo(bot)), backingUp(bot, backupDir)];
  const specs = commands.map(specOf);
  const connected = Promise.all(platforms.map(platform => connect(platform, specs, inbox))).then(() => {});
  connected.catch(() => {}); // for whoever waits for it
  return {
    inbox,
    connected,
    ended: ended.promise,
    async stop() {
      ending.abort();
      // All at once: nothing new is begun anywhere, whoever takes long to end.
      await Promise.all([
        schedule.stop(),
        looks.stop(),
        ...platforms.map(platform => platform.stop()),
        caughtUp(),
        ...ends.map(end => end()),
        jobs.stop(),
      ]);
    },
  };
}

/** What was left behind, by this database's last process or long ago. */
async function takeUp(bot: Bot): Promise<void> {
  const { store } = bot;
  if (!store.shared) await claims.releaseClaims(store.db); // the only process there is: whoever held them is gone
  await nobodyIsSure(store.db);
  await forgetAgain(bot);
  await fromBackup(bot);
}

/** What was believed of somebody, by the workspace and the account that the notice names. */
function forget(platforms: ReadonlyMap<PlatformName, ChatPlatform>, notice: string | undefined): void {
  const [key, id] = notice?.split(' ') ?? [];
  if (!key || !id) {
    for (const one of platforms.values()) one.forgets(undefined);
    return;
  }
  const { platform, id: workspace } = workspaceOf(key as WorkspaceKey);
  platforms.get(platform)?.forgets({ platform, workspace, id });
}

const inEach = (words: string) =>
  Object.fromEntries(languages.filter(one => one !== 'en').map(one => [one, wordsIn(words, one)]));
const said = (summary: string) => ({ summary, summaries: inEach(summary) });

const specOf = ({
  name,
  summary,
  slash,
  shortcut,
  options,
  answers,
  form,
  may,
  offersSetup,
  weighsAdmin,
  asksUnless,
}: Command): CommandSpec => ({
  name,
  ...said(summary),
  ...(slash && { slash }),
  ...(shortcut && { shortcut, shortcuts: inEach(shortcut) }),
  options: Object.fromEntries(
    Object.entries(options ?? {}).map(([option, spec]) => [option, { ...spec, ...said(spec.summary) }]),
  ),
  answers,
  asks: form !== undefined,
  weighsAdmin: offersSetup === true || weighsAdmin === true || may.includes('admin') || may.includes('starter'),
  ...(asksUnless && { asksUnless }),
});
