/**
 * A form opens at once: a trigger is good for three seconds, and no call but the one that opens it comes before. It is in the language
 * that is known by then (told within a day, or kept from an earlier press, else the workspace's), and takes anybody for who may; what
 * Slack tells of its reader is asked afterwards, and drawn into the open form where it changes something.
 */
import type { Card, Form } from '../../platform/card.ts';
import type { Invocation } from '../../platform/chat-platform.ts';
import { unchosen } from '../../platform/unchosen.ts';
import { toPlatformError } from './errors.ts';
import { type Kept, toCardView, toView } from './forms.ts';
import { adminBelievedMs } from './profiles.ts';
import type { View } from './slack-types.ts';
import type { Desk } from './surfaces.ts';
import { asKnown, weighed } from './weighing.ts';

/** What is to be said instead, if anything. */
export async function openForm(desk: Desk, given: Invocation, trigger: string, kept: Kept): Promise<Card | undefined> {
  const asked = await desk.inbox.form(asKnown(desk, given));
  if ('say' in asked) return refusedOr(desk, await weighed(desk, given), trigger, kept);
  const shown = await show(desk, asked.show, given, trigger, kept);
  if (shown === alreadyOpen) return undefined;
  if ('say' in shown) return shown.say;
  await drawIn(desk, await weighed(desk, given), kept, shown);
  return undefined;
}

/** What was refused for what isn't known of them may be granted once it is, and is said in their language. */
async function refusedOr(desk: Desk, invocation: Invocation, trigger: string, kept: Kept): Promise<Card | undefined> {
  const asked = await desk.inbox.form(invocation);
  if ('say' in asked) return asked.say;
  const shown = await show(desk, asked.show, invocation, trigger, kept);
  return shown !== alreadyOpen && 'say' in shown ? shown.say : undefined;
}

/** It stands before them, though which view it is nobody heard. */
const alreadyOpen = Symbol('already open');

interface Shown {
  readonly id: string;
  readonly hash: string;
  readonly view: View;
  /** Without what was chosen before. */
  readonly bare: boolean;
}

async function show(
  desk: Desk,
  form: Form,
  { from, by, locale }: Invocation,
  trigger: string,
  kept: Kept,
): Promise<Shown | typeof alreadyOpen | { readonly say: Card }> {
  const { inbox, log, about } = desk;
  try {
    return await opened(desk, form, trigger, kept);
  } catch (err) {
    if (toPlatformError(err).code === 'exchanged_trigger_id') return alreadyOpen;
    log.warn({ err }, 'Slack did not open a form: who asked for it is told to ask again');
    const language = locale ?? about.known(by.id)?.locale;
    const words =
      from === 'slash'
        ? inbox.wordsIn('Slack could not open the form just now. Please type that again.', language)
        : inbox.wordsIn('Slack could not open the form just now. Please press again.', language);
    return { say: { body: [{ kind: 'text', text: [{ kind: 'words', words }] }] } };
  }
}

/** So long a trigger is good. docs.slack.dev/interactivity/handling-user-interaction */
const triggerMs = 3000;

/** A trigger is used up only by what it opens: where nobody heard whether it did, Slack opens it now, or says that it stands there. */
async function opened({ client, team, log, now }: Desk, form: Form, trigger: string, kept: Kept): Promise<Shown> {
  const open = async (one: Form, bare: boolean): Promise<Shown> => {
    const view = toView(one, team, kept);
    const { view: made } = await client.views.open({ trigger_id: trigger, view: view as never });
    return { id: made?.id ?? '', hash: made?.hash ?? '', view, bare };
  };
  const asked = now();
  try {
    return await open(form, false).catch(err => {
      if (toPlatformError(err).kind !== 'unknown-outcome' || now() - asked >= triggerMs) throw err;
      return open(form, false);
    });
  } catch (err) {
    const bare = unchosen(form);
    if (!bare || toPlatformError(err).kind !== 'invalid') throw err;
    log.warn({ err }, 'Slack did not open a form with what was chosen in it: it is opened without');
    return open(bare, true);
  }
}

/** What they have filled in stays: Slack keeps it, and so that nothing newer is drawn over, it is told which one this is about. */
async function drawIn(desk: Desk, told: Invocation, kept: Kept, shown: Shown): Promise<void> {
  if (!desk.about.known(told.by.id, adminBelievedMs)) return; // Slack told nothing
  const asked = await desk.inbox.form(told);
  const view =
    'say' in asked
      ? toCardView(asked.say, desk.team)
      : toView((shown.bare && unchosen(asked.show)) || asked.show, desk.team, kept);
  if (JSON.stringify(view) === JSON.stringify(shown.view)) return;
  const { id, hash } = shown;
  await desk.client.views
    .update({ view_id: id, hash, view: view as never })
    .catch(err => desk.log.warn({ err }, 'an open form stays as it was first drawn'));
}
