/** How each of Slack's surfaces is answered, within its three seconds. */
import { setTimeout as sleep } from 'node:timers/promises';
import { asksFirst } from '../../platform/asks-first.ts';
import type { Card, Form } from '../../platform/card.ts';
import type { Answer, CommandSpec, Inbox, Invocation } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { type Aside, besides } from './aside.ts';
import { withBarred } from './barred.ts';
import { toBlocks } from './blocks.ts';
import type { Reach } from './connected.ts';
import { toPlatformError } from './errors.ts';
import { cardOf, errorsFrom, type Kept, toCardView, toView } from './forms.ts';
import type { Homes } from './home.ts';
import { keptFrom } from './inbound.ts';
import type { NamedLater } from './named-later.ts';
import { openForm } from './opening.ts';
import type { Profiles } from './profiles.ts';
import { redraw, respond, windowOf } from './replies.ts';
import { saidAlone } from './said.ts';
import { weighed, withPeople } from './weighing.ts';

/** Slack waits three seconds for the acknowledgement, from when it sent it; what takes longer is answered afterwards. */
const patienceMs = 2500;

export interface Desk extends Pick<Reach, 'client' | 'team' | 'botUserId' | 'answering' | 'ended'> {
  readonly inbox: Inbox;
  readonly specs: ReadonlyMap<string, CommandSpec>;
  readonly log: Log;
  /** Slack's payloads don't tell. */
  readonly about: Profiles;
  readonly later: NamedLater;
  readonly tabs: Homes;
  readonly now: () => number;
}
type Said = Extract<Answer, { say: Card }>;
const late = Symbol('late');
export interface Ack {
  (payload?: unknown): Promise<void>;
  /** From when it came: whose it is may have been asked meanwhile. */
  readonly late: Promise<typeof late>;
  /** The milliseconds since then. */
  waited(): number;
}

/** Since now. */
export function acknowledging(ack: (payload?: unknown) => Promise<void>): Ack {
  const came = performance.now();
  const clock = { late: sleep(patienceMs, late, { ref: false }), waited: () => performance.now() - came };
  return Object.assign((payload?: unknown) => ack(payload), clock);
}

const invoked = ({ inbox }: Desk, invocation: Invocation, { waited }: Ack): Promise<Answer> =>
  inbox.invoke({ ...invocation, waited: waited() });

const soon = <T>(work: Promise<T>, ack: Ack): Promise<T | typeof late> => Promise.race([work, ack.late]);

const asks = ({ specs }: Desk, invocation: Invocation): boolean => asksFirst(specs.get(invocation.command), invocation);
const privately = (card: Card, team: string) => ({ response_type: 'ephemeral', ...toBlocks(card, team) });

const hasPicture = (card: Card): boolean => card.body.some(block => block.kind === 'picture');

/** With all that Slack tells of who gave it, and of whom and what it names: asked at once. */
async function asTold(desk: Desk, given: Invocation, named: readonly string[]): Promise<Invocation> {
  const asked = [weighed(desk, given), withPeople(desk, given, named), withBarred(desk, given)] as const;
  const [weighing, { people }, { barred }] = await Promise.all(asked);
  return { ...weighing, ...(people && { people }), ...(barred && { barred }) };
}

/** The answer rides on the acknowledgement: no call, but for a picture, which is uploaded first. */
export async function answerSlash(
  desk: Desk,
  given: Invocation,
  trigger: string,
  url: string,
  ack: Ack,
): Promise<void> {
  if (asks(desk, given)) {
    const opening = openForm(desk, given, trigger, keptFrom(given, desk.now(), { url }));
    const said = await soon(opening, ack);
    if (said !== late) return ack(said && privately(said, desk.team));
    await ack();
    const slow = await opening;
    return slow && besides(desk, given.by, slow, { url });
  }
  const work = asTold(desk, given, Object.keys(given.people ?? {})).then(one => invoked(desk, one, ack));
  const answer = await soon(work, ack);
  if (answer !== late && !hasPicture(cardOf(answer))) return ack(privately(cardOf(answer), desk.team));
  await ack();
  await besides(desk, given.by, cardOf(await work), { url });
}

/** Acknowledged once it is kept, or surely won't be: what was acknowledged isn't lost with the process. Its answer may take longer. */
export async function answerPress(
  desk: Desk,
  given: Invocation,
  trigger: string,
  aside: Aside | undefined,
  ack: Ack,
): Promise<void> {
  const kept = keptFrom(given, desk.now(), aside);
  if (asks(desk, given)) {
    const opening = openForm(desk, given, trigger, kept);
    await soon(opening, ack);
    await ack();
    const said = await opening;
    return said && tell(desk, given, said, trigger, aside);
  }
  const work = weighed(desk, given).then(async one => [one, await invoked(desk, one, ack)] as const);
  await soon(work, ack);
  await ack();
  const [invocation, answer] = await work;
  if ('mend' in answer || answer.shows === 'person') return tell(desk, invocation, cardOf(answer), trigger, aside);
  const drawn = await drawAnew(desk, invocation, kept, answer);
  if (drawn === 'gone' && aside) await besides(desk, invocation.by, answer.say, aside);
}

/** It is kept before it is acknowledged; where its answer takes long all the same, the view says so and is drawn anew afterwards. */
export async function answerSubmission(
  desk: Desk,
  given: Invocation,
  chosen: readonly string[],
  kept: Kept,
  ack: Ack,
): Promise<void> {
  const work = asTold(desk, given, chosen).then(async one => [one, await invoked(desk, one, ack)] as const);
  const done = await soon(work, ack);
  if (done === late) {
    const working = desk.inbox.wordsIn('Working on it…', desk.about.known(given.by.id)?.locale);
    await ack({
      response_action: 'update',
      view: toCardView(
        { body: [{ kind: 'text', text: [{ kind: 'words', words: working }] }] },
        desk.team,
        nameOf(given),
      ),
    });
    const [invocation, slow] = await work;
    if (invocation.reply) await redraw(desk.client, invocation.reply, cardOf(slow), desk.team);
    if ('say' in slow && slow.shows === 'card') await drawAnew(desk, invocation, kept, slow);
    return;
  }
  const [invocation, answer] = done;
  if ('mend' in answer) return ack(mended(answer.mend, kept, desk.team));
  const isPast = kept.answer !== undefined && kept.answer.until <= desk.now();
  const inWindow = () =>
    ack({ response_action: 'update', view: toCardView(answer.say, desk.team, nameOf(invocation)) });
  if (answer.shows === 'person' || !(kept.on || kept.panel || kept.home)) {
    const back = answer.goesOn || isPast ? undefined : kept.answer;
    if (!back) return inWindow();
    await ack({ response_action: 'clear' });
    return besides(desk, invocation.by, answer.say, back);
  }
  if (isPast && !kept.on && kept.panel) {
    await inWindow(); // the card that it came from can't be drawn any more
    return answer.stands?.();
  }
  await ack({ response_action: 'clear' });
  const drawn = await drawAnew(desk, invocation, kept, answer);
  const aside = kept.answer ?? (kept.panel === undefined ? undefined : { url: kept.panel });
  if (drawn === 'gone' && aside) await besides(desk, invocation.by, answer.say, aside);
}

/** What its window is called: after the form that was there, where nothing shorter is. */
const nameOf = ({ reply }: Pick<Invocation, 'reply'>): string | undefined => reply && windowOf(reply);

/** `there`: whether one was shown to them before. */
export async function answerHomeOpened(desk: Desk, invocation: Invocation, there: boolean): Promise<void> {
  await desk.inbox.happened({ kind: 'home-opened', id: invocation.id, who: invocation.by });
  const answer = await desk.inbox.invoke(await weighed(desk, invocation));
  await desk.tabs.show(invocation.by.id, cardOf(answer), { there });
}

function mended(form: Form, kept: Kept, team: string): object {
  const errors = errorsFrom(form);
  return Object.keys(errors).length > 0
    ? { response_action: 'errors', errors }
    : { response_action: 'update', view: toView(form, team, kept) };
}

/** To who pressed, beside what they pressed; in a view, in its place; over the Home tab, as a view of its own. */
async function tell(
  desk: Desk,
  { by, from, reply }: Invocation,
  card: Card,
  trigger: string,
  aside: Aside | undefined,
): Promise<void> {
  const { client, team } = desk;
  if (aside) await besides(desk, by, card, aside);
  else if (from === 'home') await overHome(client, by.id, card, team, trigger);
  else if (reply) await redraw(client, reply, card, team);
}

/** The trigger may have gone by then: then by direct message. */
async function overHome(
  client: Reach['client'],
  user: string,
  card: Card,
  team: string,
  trigger: string,
): Promise<void> {
  try {
    await client.views.open({ trigger_id: trigger, view: toCardView(card, team) as never });
  } catch {
    await client.chat.postMessage({ channel: user, ...saidAlone(toBlocks(card, team)) });
  }
}

/** The card that was pressed. A platform's bad moment is no failure: the bot draws it again by itself. */
async function drawAnew(
  desk: Desk,
  invocation: Invocation,
  kept: Kept,
  answer: Said,
): Promise<'drawn' | 'gone' | 'later'> {
  try {
    await draw(desk, invocation, kept, answer);
  } catch (error) {
    const { kind, code } = toPlatformError(error);
    if (kind !== 'gone') {
      desk.log.warn({ code, command: invocation.command }, 'a pressed card could not be drawn anew yet');
      await answer.stands?.('perhaps');
      return 'later';
    }
    await answer.stands?.(); // it was deleted: there is nothing to be drawn
    return 'gone';
  }
  await answer.stands?.();
  return 'drawn';
}

/** A message, a private answer, the Home tab, or a view. */
async function draw(
  { client, team, tabs }: Desk,
  { by, reply }: Invocation,
  { on, panel, home }: Kept,
  { say, lasting }: Said,
): Promise<void> {
  const { text, blocks } = toBlocks(say, team);
  if (on) await client.chat.update({ channel: on.channel.id, ts: on.id, text, blocks: blocks as never });
  else if (panel) await respond(client, panel, say, team, true);
  else if (home) await tabs.show(by.id, say, lasting && { lasting });
  else if (reply) await redraw(client, reply, say, team);
}
