/** What stands in .env, as the bot would read it. */
import { type Config, ConfigError } from '../../config.ts';
import type { Finding } from '../../platform/finding.ts';
import { heedProxies, proxyNamed } from '../../proxies.ts';
import type { Counter } from '../counter.ts';

/** Without a configuration nothing else can be looked at. From here on what is asked goes through a proxy, if there is one. */
export function settings(counter: Counter): {
  readonly config: Config | undefined;
  readonly findings: readonly Finding[];
} {
  try {
    const config = counter.config();
    heedProxies();
    return { config, findings: [...tokens(config), ...secret(config), ...proxy(counter.env, config)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const findings = error.message.split('\n').map((says): Finding => ({ grade: 'mend', what: '.env', says }));
    return { config: undefined, findings };
  }
}

function tokens({ slack, discord }: Config): readonly Finding[] {
  const given = [slack && 'Slack', discord && 'Discord'].filter(one => one !== undefined);
  if (given.length > 0) return [{ grade: 'good', what: 'tokens', says: `given for ${given.join(' and ')}` }];
  return [
    {
      grade: 'mend',
      what: 'tokens',
      says: 'there are none',
      costs: 'npm start opens the playground instead of serving anybody',
      remedy: 'copy .env.example to .env and fill in what README.md tells, for Slack, Discord or both',
    },
  ];
}

/** On SQLite a key of the bot's own lies beside the database. */
function secret({ databaseUrl, secretKey }: Config): readonly Finding[] {
  if (secretKey || databaseUrl.startsWith('sqlite:')) return [];
  return [
    {
      grade: 'optional',
      what: 'SECRET_KEY',
      says: 'is not set',
      costs: 'once a token is renewed, what waits to be said is lost',
      remedy:
        'put one into .env, as openssl rand -base64 32 gives, the same for each process; keep it with the backups',
    },
  ];
}

function proxy(env: NodeJS.ProcessEnv, { discord }: Config): readonly Finding[] {
  const name = proxyNamed(env);
  if (!name) return [];
  const but = discord ? ", but Discord's Gateway, which can't" : '';
  return [{ grade: 'good', what: 'proxy', says: `${name} is heeded: all goes that way${but}` }];
}
