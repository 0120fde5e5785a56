/** Environment → Config. Every variable is checked, and a wrong one is answered with how to mend it. Each stands in .env.example, too. */
import { z } from 'zod';
import { timeZoneCalled } from './domain/settings.ts';
import { misspelt } from './misspelt.ts';
import { isForShells, isServerAddress } from './written.ts';

/** The playground's own database, apart from the real one. */
export const ownDatabase = 'sqlite:data/playground.sqlite';

const where = {
  slackBot:
    'On api.slack.com/apps, choose your app, then "OAuth & Permissions": "Bot User OAuth Token". It begins with xoxb-.',
  slackApp:
    'On api.slack.com/apps, choose your app, then "Basic Information", "App-Level Tokens": one with the scope connections:write. It begins with xapp-.',
  discord:
    'On discord.com/developers/applications, choose your application, then "Bot": "Reset Token". It has three parts, joined by full stops.',
  database:
    'Leave it out for a file under data/, or give sqlite:path/to/file.sqlite or postgres://host/database, with user:password@ before the host.',
  password:
    'Of its password, each character that is no letter or digit is written with a % and two digits, as in %2F for / (or choose another).',
  folder: 'Write the whole path, as in /home/amira/cops: here nothing stands for a folder, as it does in a shell.',
  url: 'Leave it out, unless you go through a proxy or a local server: then the whole address, as in http://127.0.0.1:4000/api/.',
  zone: "Leave it out for this machine's own, or give a name such as Europe/London.",
  page: 'Leave it out if nothing is to be read outside of chat; else the address that people reach this bot under, as in https://cops.example.org.',
  most: 'A whole number of megabytes from 1 to 1000; 25 if you leave it out.',
  backups: 'Backups by the bot are of SQLite alone: leave it out, and use pg_dump (docs/operating.md).',
  secret:
    'Leave it out on SQLite; else 32 random characters or more, as `openssl rand -base64 32` gives, the same for each process.',
  level: 'One of trace, debug, info, warn, error; info if you leave it out.',
} as const;

const given = (shape: z.ZodString) => shape.optional();
const address = () =>
  z
    .string()
    .refine(words => URL.canParse(words) && /^https?:$/.test(new URL(words).protocol), {
      message: `is no http address. ${where.url}`,
    })
    .optional();

const folder = () =>
  z
    .string()
    .refine(words => !isForShells(words), { message: `is no folder as it stands there. ${where.folder}` })
    .optional();

const port = (otherwise: string) => {
  const message = `is no port. A number from 1 to 65535; ${otherwise}.`;
  return z.coerce.number({ message }).int({ message }).min(1, { message }).max(65535, { message });
};

const megabytes = () => {
  const message = `is no size. ${where.most}`;
  return z.coerce.number({ message }).int({ message }).min(1, { message }).max(1000, { message });
};

const Environment = z
  .object({
    SLACK_BOT_TOKEN: given(
      z.string().regex(/^xoxb-[\w-]+$/, { message: `doesn't look like a Slack bot token. ${where.slackBot}` }),
    ),
    SLACK_APP_TOKEN: given(
      z.string().regex(/^xapp-[\w-]+$/, { message: `doesn't look like a Slack app-level token. ${where.slackApp}` }),
    ),
    DISCORD_TOKEN: given(
      z
        .string()
        .regex(/^[\w-]+\.[\w-]+\.[\w-]+$/, { message: `doesn't look like a Discord bot token. ${where.discord}` }),
    ),
    DATABASE_URL: z
      .string()
      .regex(/^(sqlite:(?!\/\/$).+|postgres(ql)?:\/\/.+)$/, {
        message: `is neither a SQLite file nor a PostgreSQL address. ${where.database}`,
        abort: true,
      })
      .refine(url => !url.startsWith('sqlite:') || !isForShells(url.replace(/^sqlite:(\/\/)?/, '')), {
        message: `is no file as it stands there. ${where.folder}`,
      })
      .refine(url => url.startsWith('sqlite:') || isServerAddress(url), {
        message: `can't be read as a PostgreSQL address. ${where.password}`,
      })
      .optional(),
    SECRET_KEY: z
      .string()
      .min(32, { message: `is too short. ${where.secret}` })
      .optional(),
    SLACK_API_URL: address(),
    DISCORD_API_URL: address(),
    GUIDES_DIR: folder(),
    DOCUMENTS_DIR: folder(),
    BACKUP_DIR: folder(),
    DOCUMENTS_MAX_MB: megabytes().default(25),
    PUBLIC_URL: z
      .string()
      .refine(words => URL.canParse(words) && /^https?:$/.test(new URL(words).protocol) && !/[?#]/.test(words), {
        message: `is no http address. ${where.page}`,
      })
      .transform(words => words.replace(/\/+$/, ''))
      .optional(),
    METRICS_PORT: port('if you leave it out, nothing is counted').optional(),
    METRICS_HOST: z.string().default('127.0.0.1'),
    WEB_PORT: port('if you leave it out, nothing is served').optional(),
    LOG_LEVEL: z
      .enum(['trace', 'debug', 'info', 'warn', 'error'], { message: `is no level of logging. ${where.level}` })
      .default('info'),
    TZ: z
      .string()
      .refine(name => timeZoneCalled(name) !== undefined, { message: `is no time zone. ${where.zone}` })
      .optional(),
    PLAYGROUND_PORT: port('4321 if you leave it out').default(4321),
  })
  .superRefine((env, context) => {
    if (env.SLACK_BOT_TOKEN && !env.SLACK_APP_TOKEN)
      context.addIssue({
        code: 'custom',
        path: ['SLACK_APP_TOKEN'],
        message: `is missing: Slack needs it beside SLACK_BOT_TOKEN. ${where.slackApp}`,
      });
    if (env.SLACK_APP_TOKEN && !env.SLACK_BOT_TOKEN)
      context.addIssue({
        code: 'custom',
        path: ['SLACK_BOT_TOKEN'],
        message: `is missing: Slack needs it beside SLACK_APP_TOKEN. ${where.slackBot}`,
      });
    if (env.WEB_PORT && env.METRICS_PORT === env.WEB_PORT)
      context.addIssue({ code: 'custom', path: ['METRICS_PORT'], message: "is WEB_PORT's already: choose another." });
    if (env.BACKUP_DIR && env.DATABASE_URL?.startsWith('postgres'))
      context.addIssue({
        code: 'custom',
        path: ['BACKUP_DIR'],
        message: `does nothing on PostgreSQL. ${where.backups}`,
      });
    if (env.PUBLIC_URL && !env.WEB_PORT)
      context.addIssue({
        code: 'custom',
        path: ['WEB_PORT'],
        message:
          'is missing: PUBLIC_URL needs it, since somebody has to answer there. A number from 1 to 65535, as in 8080.',
      });
  });

/** All that it reads, but for the proxies: those are every program's. */
export const variables: readonly string[] = Object.keys(Environment.shape);

export interface Config {
  /** Neither: the playground, with the bot in it. */
  readonly slack:
    | { readonly botToken: string; readonly appToken: string; readonly apiUrl: string | undefined }
    | undefined;
  readonly discord: { readonly token: string; readonly apiUrl: string | undefined } | undefined;
  readonly databaseUrl: string;
  /** What words that wait are sealed with; made by ourselves where it isn't told. */
  readonly secretKey: string | undefined;
  /** Where a network keeps guides of its own. */
  readonly guidesDir: string | undefined;
  /** Where the files of documents are kept, and the largest of them in bytes; nowhere, if it wasn't asked for. */
  readonly documents: { readonly dir: string; readonly most: number } | undefined;
  /** Where whoever runs it can have counted what it does; nobody, if there is none. */
  readonly metrics: { readonly port: number; readonly host: string } | undefined;
  /** Where a copy of the database goes every day; nowhere, if it wasn't asked for. */
  readonly backupDir: string | undefined;
  /** Where this process answers over HTTP; nowhere, if there is none. */
  readonly webPort: number | undefined;
  /** Without a slash at its end. */
  readonly publicUrl: string | undefined;
  readonly logLevel: string;
  /** For whoever has told no time zone of their own. */
  readonly timeZone: string;
  readonly playgroundPort: number;
}

/** All that is wrong, one line a variable: its name, what is wrong, where to get it. Never its value. */
export class ConfigError extends Error {}

type Variables = Readonly<Record<string, string | undefined>>;

/** `written`: what of it stands in .env. */
export function configFrom(env: Variables, written: Variables = {}): Config {
  const filled = Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const checked = Environment.safeParse(filled);
  const slips = misspelt(variables, env, written);
  const wrong = checked.error?.issues.map(issue => `${issue.path.join('.')} ${issue.message}`) ?? [];
  if (!checked.success || slips.length > 0) throw new ConfigError([...slips, ...wrong].join('\n'));
  const { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, DISCORD_TOKEN, ...rest } = checked.data;
  return {
    slack:
      SLACK_BOT_TOKEN && SLACK_APP_TOKEN
        ? { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, apiUrl: rest.SLACK_API_URL }
        : undefined,
    discord: DISCORD_TOKEN ? { token: DISCORD_TOKEN, apiUrl: rest.DISCORD_API_URL } : undefined,
    databaseUrl: rest.DATABASE_URL ?? (SLACK_BOT_TOKEN || DISCORD_TOKEN ? 'sqlite:data/cop.sqlite' : ownDatabase),
    secretKey: rest.SECRET_KEY,
    guidesDir: rest.GUIDES_DIR,
    documents: rest.DOCUMENTS_DIR ? { dir: rest.DOCUMENTS_DIR, most: rest.DOCUMENTS_MAX_MB * 1_000_000 } : undefined,
    metrics: rest.METRICS_PORT ? { port: rest.METRICS_PORT, host: rest.METRICS_HOST } : undefined,
    backupDir: rest.BACKUP_DIR,
    webPort: rest.WEB_PORT,
    publicUrl: rest.PUBLIC_URL,
    logLevel: rest.LOG_LEVEL,
    timeZone: rest.TZ ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    playgroundPort: rest.PLAYGROUND_PORT,
  };
}
