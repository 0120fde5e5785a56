/** How each of Slack's surfaces is answered, within its three seconds. */
import { asksFirst } from '../../platform/asks-first.ts';
import type { Card, Form } from '../../platform/card.ts';
import type { Answer, CommandSpec, Inbox, Invocation } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { toBlocks } from './blocks.ts';
import type { SlackClient } from './client.ts';
import { toPlatformError } from './errors.ts';
import { errorsFrom, type Kept, toCardView, toView } from './forms.ts';
import type { Homes } from './home.ts';
import { keptFrom } from './inbound.ts';
import { adminBelievedMs, type Profiles, soonTold } from './profiles.ts';
import { redraw, respond } from './replies.ts';

/** Slack waits three seconds for the acknowledgement; what takes longer is answered afterwards. */
const patienceMs = 2500;

export interface Desk {
  readonly client: SlackClient;
  readonly team: string;
  readonly inbox: Inbox;
  readonly specs: ReadonlyMap<string, CommandSpec>;
  readonly log: Log;
  /** Slack's payloads don't tell. */
  readonly about: Profiles;
  readonly tabs: Homes;
}
type Said = Extract<Answer, { say: Card }>;
type Ack = (payload?: unknown) => Promise<void>;

const late = Symbol('late');
async function soon<T>(work: Promise<T>): Promise<T | typeof late> {
  let timer: NodeJS.Timeout | undefined;
  const wait = new Promise<typeof late>(resolve => {
    timer = setTimeout(() => resolve(late), patienceMs);
  });
  try {
    return await Promise.race([work, wait]);
  } finally {
    clearTimeout(timer);
  }
}

/** By whom, in which language; and whether an administrator gives it, where that matters. */
async function weighed({ specs, about }: Desk, invocation: Invocation): Promise<Invocation> {
  const { by, command } = invocation;
  const weighs = specs.get(command)?.weighsAdmin === true;
  const profile = weighs ? await about(by.id, adminBelievedMs) : await soonTold(about(by.id));
  const name = profile?.name || by.name;
  return {
    ...invocation,
    by: { ...by, name, ...(weighs && { admin: profile?.admin === true }) },
    ...(profile?.locale && { locale: profile.locale }),
  };
}

const asks = ({ specs }: Desk, invocation: Invocation): boolean => asksFirst(specs.get(invocation.command), invocation);
const privately = (card: Card, team: string) => ({ response_type: 'ephemeral', ...toBlocks(card, team) });

async function open(
  { client, team, inbox }: Desk,
  invocation: Invocation,
  trigger: string,
  kept: Kept = keptFrom(invocation),
): Promise<Card | undefined> {
  const asked = await inbox.form(invocation);
  if ('say' in asked) return asked.say;
  await client.views.open({ trigger_id: trigger, view: toView(asked.show, team, kept) as never });
  return undefined;
}

const hasPicture = (card: Card): boolean => card.body.some(block => block.kind === 'picture');

/** The answer rides on the acknowledgement: no call, but for a picture, which is uploaded first. */
export async function answerSlash(
  desk: Desk,
  given: Invocation,
  trigger: string,
  url: string,
  ack: Ack,
): Promise<void> {
  const invocation = await weighed(desk, given);
  if (asks(desk, invocation)) {
    const said = await open(desk, invocation, trigger);
    return ack(said && privately(said, desk.team));
  }
  const work = desk.inbox.invoke(invocation);
  const answer = await soon(work);
  if (answer !== late && !hasPicture(cardOf(answer))) return ack(privately(cardOf(answer), desk.team));
  await ack();
  await respond(desk.client, url, cardOf(await work), desk.team, false);
}

/** Acknowledged once it is kept: what was acknowledged isn't lost with the process. */
export async function answerPress(
  desk: Desk,
  given: Invocation,
  trigger: string,
  url: string | undefined,
  ack: Ack,
): Promise<void> {
  const kept = keptFrom(given, url);
  if (asks(desk, given)) {
    const invocation = await weighed(desk, given);
    const said = await open(desk, invocation, trigger, kept);
    await ack();
    return said && tell(desk, invocation, said, trigger, url);
  }
  const invocation = await weighed(desk, given);
  const answer = await desk.inbox.invoke(invocation);
  await ack();
  if ('mend' in answer || answer.shows === 'person') return tell(desk, invocation, cardOf(answer), trigger, url);
  const drawn = await drawAnew(desk, invocation, kept, answer);
  if (drawn === 'gone' && url) await respond(desk.client, url, answer.say, desk.team, false);
}

/** It is kept before it is acknowledged; where its answer takes long all the same, the view says so and is drawn anew afterwards. */
export async function answerSubmission(desk: Desk, given: Invocation, kept: Kept, ack: Ack): Promise<void> {
  const invocation = await weighed(desk, given);
  const work = desk.inbox.invoke(invocation);
  const answer = await soon(work);
  if (answer === late) {
    const working = desk.inbox.wordsIn('Working on it…', (await desk.about(invocation.by.id))?.locale);
    await ack({
      response_action: 'update',
      view: toCardView({ body: [{ kind: 'text', text: [{ kind: 'words', words: working }] }] }, desk.team),
    });
    const slow = await work;
    if (invocation.reply) await redraw(desk.client, invocation.reply, cardOf(slow), desk.team);
    if ('say' in slow && slow.shows === 'card') await drawAnew(desk, invocation, kept, slow);
    return;
  }
  if ('mend' in answer) return ack(mended(answer.mend, kept, desk.team));
  if (answer.shows === 'person' || !(kept.on || kept.panel || kept.home))
    return ack({ response_action: 'update', view: toCardView(answer.say, desk.team) });
  await ack({ response_action: 'clear' });
  await drawAnew(desk, invocation, kept, answer);
}

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
  { client, team }: Desk,
  { from, reply }: Invocation,
  card: Card,
  trigger: string,
  url: string | undefined,
): Promise<void> {
  if (url) await respond(client, url, card, team, false);
  else if (from === 'home') await client.views.open({ trigger_id: trigger, view: toCardView(card, team) as never });
  else if (reply) await redraw(client, reply, card, team);
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

/** A form can only come back where a form was. */
const cardOf = (answer: Answer): Card =>
  'say' in answer
    ? answer.say
    : {
        body: Object.values(errorsFrom(answer.mend)).map(error => ({
          kind: 'text',
          text: [{ kind: 'data', data: error }],
        })),
      };
