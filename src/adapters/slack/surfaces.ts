/** How each of Slack's surfaces is answered, within its three seconds. */
import type { webApi } from '@slack/bolt';
import { asksFirst } from '../../platform/asks-first.ts';
import type { Card, Form } from '../../platform/card.ts';
import type { Answer, CommandSpec, Inbox, Invocation } from '../../platform/chat-platform.ts';
import type { Log } from '../../platform/log.ts';
import { toBlocks } from './blocks.ts';
import { errorsFrom, toCardView, toView } from './forms.ts';
import { keptFrom } from './inbound.ts';
import { redraw, respond } from './replies.ts';

/** Slack waits three seconds for the acknowledgement; what takes longer is answered afterwards. */
const patienceMs = 2500;

export interface Desk {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly inbox: Inbox;
  readonly specs: ReadonlyMap<string, CommandSpec>;
  readonly log: Log;
}
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

const asks = ({ specs }: Desk, invocation: Invocation): boolean => asksFirst(specs.get(invocation.command), invocation);
const privately = (card: Card, team: string) => ({ response_type: 'ephemeral', ...toBlocks(card, team) });

async function open({ client, team, inbox }: Desk, invocation: Invocation, trigger: string): Promise<Card | undefined> {
  const asked = await inbox.form(invocation);
  if ('say' in asked) return asked.say;
  await client.views.open({ trigger_id: trigger, view: toView(asked.show, team, keptFrom(invocation)) as never });
  return undefined;
}

/** The answer rides on the acknowledgement: no call. */
export async function answerSlash(
  desk: Desk,
  invocation: Invocation,
  trigger: string,
  url: string,
  ack: Ack,
): Promise<void> {
  if (asks(desk, invocation)) {
    const said = await open(desk, invocation, trigger);
    return ack(said && privately(said, desk.team));
  }
  const work = desk.inbox.invoke(invocation);
  const answer = await soon(work);
  if (answer !== late) return ack(privately(cardOf(answer), desk.team));
  await ack();
  await respond(url, cardOf(await work), desk.team, false);
}

/** Acknowledged at once: nothing can ride on it. */
export async function answerPress(
  desk: Desk,
  invocation: Invocation,
  trigger: string,
  url: string | undefined,
  ack: Ack,
): Promise<void> {
  if (asks(desk, invocation)) {
    const said = await open(desk, invocation, trigger);
    await ack();
    return said && tell(desk, invocation, said, url);
  }
  await ack();
  const answer = await desk.inbox.invoke(invocation);
  if ('mend' in answer || answer.shows === 'person') return tell(desk, invocation, cardOf(answer), url);
  return drawAnew(desk, invocation, answer.say, url);
}

/** It has committed before it is acknowledged; where that takes long, the view says so and is drawn anew afterwards. */
export async function answerSubmission(desk: Desk, invocation: Invocation, ack: Ack): Promise<void> {
  const work = desk.inbox.invoke(invocation);
  const answer = await soon(work);
  if (answer === late) {
    await ack({
      response_action: 'update',
      view: toCardView({ body: [{ kind: 'text', text: [{ kind: 'words', words: 'Working on it…' }] }] }, desk.team),
    });
    const slow = await work;
    if (invocation.reply) await redraw(desk.client, invocation.reply, cardOf(slow), desk.team);
    if ('say' in slow && slow.shows === 'card') await drawAnew(desk, invocation, slow.say, undefined);
    return;
  }
  if ('mend' in answer) return ack(mended(answer.mend, invocation, desk.team));
  if (answer.shows === 'person' || !invocation.on)
    return ack({ response_action: 'update', view: toCardView(answer.say, desk.team) });
  await ack({ response_action: 'clear' });
  return drawAnew(desk, invocation, answer.say, undefined);
}

function mended(form: Form, invocation: Invocation, team: string): object {
  const errors = errorsFrom(form);
  return Object.keys(errors).length > 0
    ? { response_action: 'errors', errors }
    : { response_action: 'update', view: toView(form, team, keptFrom(invocation)) };
}

/** To who pressed, beside what they pressed; in a view, in its place. */
async function tell(desk: Desk, { reply }: Invocation, card: Card, url: string | undefined): Promise<void> {
  if (url) await respond(url, card, desk.team, false);
  else if (reply) await redraw(desk.client, reply, card, desk.team);
}

/** The card that was pressed: a message, a private answer, or a view. */
async function drawAnew(desk: Desk, { on, reply }: Invocation, card: Card, url: string | undefined): Promise<void> {
  const { text, blocks } = toBlocks(card, desk.team);
  if (on) await desk.client.chat.update({ channel: on.channel.id, ts: on.id, text, blocks: blocks as never });
  else if (url) await respond(url, card, desk.team, true);
  else if (reply) await redraw(desk.client, reply, card, desk.team);
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
