import type { Deed } from '../../domain/deed.ts';
import { isResting } from '../../domain/rest.ts';
import type { Typed } from '../../domain/slash.ts';
import { stepsBetween } from '../../domain/steps.ts';
import { cut } from '../../domain/words.ts';
import { type HelpView, helpCard, type Offered } from '../../messages/help.ts';
import { fits } from '../../platform/invoke.ts';
import * as closedCops from '../../store/closed-cops.ts';
import * as cops from '../../store/cops.ts';
import { type Command, command } from '../command.ts';

/** Says what can be typed by who asks: the others, as they describe themselves. */
export const helpFor = (others: readonly Command[]) =>
  command({
    name: 'home help',
    summary: 'What you can do here',
    about: 'network',
    may: ['anyone'],
    in: 'no CoP',
    answers: 'privately',
    offersSetup: true,
    reads: true,

    async run({ tx, network, workspace, actor, admin, settings, options, support }) {
      const mine = await cops.ofPerson(tx, network, actor.id);
      const facilitated = mine.filter(one => one.role === 'facilitator');
      const closed = await closedCops.reopenable(tx, network, workspace, actor.id);
      const unknown = isHelp(options.unknown ?? '') ? '' : cut(options.unknown ?? '', 60);
      const typed = others.filter(({ slash }) => slash !== undefined);
      const of = (group: Group): readonly Offered[] =>
        typed.filter(one => groupOf(one) === group).map(({ name, summary }) => ({ typed: name as Typed, summary }));
      const isOfUse = ({ typed }: Offered): boolean => {
        if (typed === 'cop reopen') return closed.length > 0;
        return typed === 'cop wake' ? facilitated.some(one => isResting(one.cop)) : facilitated.length > 0;
      };
      const mayStart = admin || settings.starters === 'anyone';
      const view: HelpView = {
        anyone: of('anyone').filter(line => mayStart || line.typed !== 'cop start'),
        members: mine.length > 0 ? of('members') : [],
        facilitators: of('facilitators').filter(isOfUse),
        support: support ? of('support') : [],
        admins: admin ? of('admins') : [],
        unknown,
        meant: unknown ? meantBy(unknown, typed) : undefined,
      };
      return { say: helpCard(view) };
    },
  });

/** Whoever slips in asking for help gets it, and nothing of their slip. */
const isHelp = (words: string): boolean => stepsBetween(words.trim().toLowerCase(), 'help') === 1;

type Group = 'anyone' | 'members' | 'facilitators' | 'support' | 'admins';

function groupOf({ may }: Command): Group {
  if (may.includes('anyone') || may.includes('starter')) return 'anyone';
  if (may.includes('member')) return 'members';
  if (may.includes('facilitator')) return 'facilitators';
  return may.includes('support') ? 'support' : 'admins';
}

/** The command that is written almost like the beginning of it; what follows goes along. */
function meantBy(unknown: string, typed: readonly Command[]): HelpView['meant'] {
  const words = unknown.toLowerCase().split(/\s+/);
  const [near] = typed
    .map(one => {
      const name = one.slash?.replace(/^cop /, '') ?? '';
      const many = name.split(' ').length;
      const steps = stepsBetween(words.slice(0, many).join(' '), name);
      return { one, steps, most: Math.max(1, Math.floor(name.length / 3)), rest: unknown.split(/\s+/).slice(many) };
    })
    .filter(({ steps, most }) => steps <= most)
    .sort((a, b) => a.steps - b.steps);
  return near && { typed: near.one.name as Typed, does: doing(near.one, near.rest.join(' ')) };
}

function doing({ name, options = {} }: Command, rest: string): Deed {
  const [first] = Object.entries(options).flatMap(([option, spec]) =>
    spec && (spec.kind === 'words' || spec.kind === 'cop') ? [option] : [],
  );
  const whole = { command: name, options: first && rest ? { [first]: rest } : {} };
  return (fits(whole) ? whole : { command: name, options: {} }) as Deed;
}
