/** Variables that somebody meant for this bot and that it doesn't know: a slip in a name must not look like a name left out. */
import { stepsBetween } from './domain/steps.ts';

type Variables = Readonly<Record<string, string | undefined>>;

const prefixes = /^(SLACK|DISCORD|COP)_/;
const looks = [
  { name: 'SLACK_BOT_TOKEN', like: /^xoxb-/ },
  { name: 'SLACK_APP_TOKEN', like: /^xapp-/ },
  { name: 'DISCORD_TOKEN', like: /^[\w-]{20,30}\.[\w-]{6}\.[\w-]{25,}$/ },
] as const;
const tokens = looks.map(one => one.name);

/** A line each, without values. `written`: what .env says; in the rest of the environment only what begins like ours is looked at. */
export function misspelt(known: readonly string[], env: Variables, written: Variables): string[] {
  const given = (name: string) => Boolean(env[name]?.trim());
  const plays = !tokens.some(given);
  const strange = Object.keys({ ...written, ...env }).filter(
    name => !known.includes(name) && (name in written || prefixes.test(plain(name))),
  );
  const slips = strange.flatMap(name => {
    const place = name in written ? ' in .env' : '';
    const meant = meantBy(
      name,
      env[name] ?? '',
      known.filter(one => !given(one)),
    );
    if (meant)
      return [
        `${name}${place} is nothing that this bot knows. Is it ${meant}? Then write it like that, else take it out.`,
      ];
    return plays && place && prefixes.test(plain(name))
      ? [`${name}${place} is nothing that this bot knows. It takes ${tokens.join(', ')}.`]
      : [];
  });
  const empty = tokens.filter(name => plays && written[name]?.trim() === '' && !env[name]);
  return [
    ...slips,
    ...empty.map(name => `${name} in .env is empty. Fill it in; or take it out, and the playground opens instead.`),
  ];
}

const plain = (name: string): string => name.toUpperCase().replace(/[.-]/g, '_');

/** Of those that nobody gave: by its value, by being written almost alike, or by being some token of that platform. */
function meantBy(name: string, value: string, missing: readonly string[]): string | undefined {
  const like = looks.find(one => one.like.test(value.trim()) && missing.includes(one.name));
  if (like) return like.name;
  const [near] = missing
    .map(one => ({ name: one, steps: stepsBetween(plain(name), one) }))
    .filter(one => one.steps <= Math.floor(one.name.length / 5))
    .sort((a, b) => a.steps - b.steps);
  if (near) return near.name;
  if (!/TOK/.test(plain(name))) return undefined;
  const platform = /^(SLACK|DISCORD)/.exec(plain(name).replace(/^(COP|BOT)_/, ''))?.[0];
  const some = platform && tokens.filter(one => one.startsWith(platform) && missing.includes(one));
  return some && some.length > 0 ? some.join(' or ') : undefined;
}
