/**
 * What the app's acknowledgements and response_urls do, checked as strictly as its calls.
 * docs.slack.dev/interactivity/handling-user-interaction
 */
import { flag, text } from './call.ts';
import { takeContent } from './draft.ts';
import { optionGroups, options } from './elements.ts';
import type { Spot } from './interactions.ts';
import { limits } from './limits.ts';
import { addMessage, changeMessage, deleteMessage, slackbotSays } from './messages.ts';
import { Refused, refuse } from './refusal.ts';
import type { Channel, Json, Person, ReplyUrl, Team, View } from './state.ts';
import { openViews, pushView, redrawView, takeView } from './views.ts';
import type { AppAnswer, World } from './world.ts';

const failureWords: Record<Extract<AppAnswer, { acked: false }>['why'], string> = {
  dispatch_failed: "the app isn't connected, so it didn't respond in time",
  operation_timeout: "the app didn't respond in time",
  not_interactive: 'this app is not configured to handle interactive responses',
};
const troubleConnecting = 'We had some trouble connecting. Try again?';

/** A slash command's acknowledgement: nothing, or a message for the person alone unless `in_channel`. */
export function takeSlashAnswer(
  world: World,
  team: Team,
  person: Person,
  channel: Channel,
  command: string,
  answer: AppAnswer,
): void {
  if (!answer.acked) {
    slackbotSays(
      world,
      team,
      channel,
      person.id,
      `${command} failed with the error "${answer.why}": ${failureWords[answer.why]}.`,
    );
    return;
  }
  const { payload } = answer;
  if (Object.keys(payload).length === 0) return;
  try {
    say(world, team, channel, person.id, payload);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    world.noteBadAnswer('slash_commands', error, payload);
    slackbotSays(world, team, channel, person.id, `${command} failed with the error "${error.code}"`);
  }
}

/** In a thread only what everybody sees. docs.slack.dev/interactivity/handling-user-interaction#publishing_in_thread, github.com/slackapi/bolt-js/issues/963 */
function say(world: World, team: Team, channel: Channel, user: string, payload: Json): void {
  const inChannel = payload.response_type === 'in_channel';
  if (payload.response_type !== undefined && !inChannel && payload.response_type !== 'ephemeral')
    refuse('invalid_response_type');
  const content = takeContent(world, team, payload);
  addMessage(world, team, channel, {
    user: team.botUserId,
    ...content,
    onlyFor: inChannel ? undefined : user,
    threadTs: (inChannel && text(payload.thread_ts)) || undefined,
  });
}

/** A press or a choice that nobody acknowledged. */
export function takePressAnswer(world: World, team: Team, person: Person, spot: Spot, answer: AppAnswer): void {
  if (answer.acked) return;
  const words = `This app didn't respond in time (${answer.why}): ${failureWords[answer.why]}.`;
  if ('view' in spot) spot.view.notice = words;
  else slackbotSays(world, team, spot.channel, person.id, words);
  world.changed();
}

/** A submission's acknowledgement. docs.slack.dev/surfaces/modals#response_actions */
export function takeSubmissionAnswer(world: World, team: Team, person: Person, view: View, answer: AppAnswer): void {
  if (!answer.acked) {
    view.notice = `${troubleConnecting} (${answer.why}: ${failureWords[answer.why]})`;
    world.changed();
    return;
  }
  const { payload } = answer;
  try {
    respond(world, team, person, view, payload);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    world.noteBadAnswer('interactive', error, payload);
    view.notice = `${troubleConnecting} (${error.message})`;
  }
  world.changed();
}

function respond(world: World, team: Team, person: Person, view: View, payload: Json): void {
  const stack = openViews(team, person.id);
  switch (payload.response_action) {
    case undefined:
      if (Object.keys(payload).length > 0) refuse('invalid_arguments', ['[ERROR] unknown answer to a submission']);
      team.modals[person.id] = stack.filter(v => v !== view);
      return;
    case 'clear':
      team.modals[person.id] = [];
      return;
    case 'update':
      redrawView(world, view, takeView(world, team, payload.view, 'modal'));
      return;
    case 'push':
      pushView(world, team, person.id, takeView(world, team, payload.view, 'modal'));
      return;
    case 'errors': {
      const inputs = view.blocks.filter(b => b.type === 'input').map(b => b.block_id);
      const wrong = Object.keys(payload.errors ?? {}).filter(id => !inputs.includes(id));
      if (wrong.length || Object.keys(payload.errors ?? {}).length === 0)
        refuse('invalid_arguments', [`[ERROR] errors must be about input blocks: ${wrong.join(', ')}`]);
      view.errors = { ...payload.errors };
      return;
    }
    default:
      refuse('invalid_arguments', [`[ERROR] unknown response_action: ${payload.response_action}`]);
  }
}

/** The options that the app suggests, in one list; none if it didn't answer or not well. */
export function takeSuggestions(world: World, answer: AppAnswer): Json[] {
  if (!answer.acked) return [];
  const { options: flatOptions, option_groups: groups } = answer.payload;
  const parsed = groups
    ? optionGroups.safeParse(groups)
    : flatOptions?.length === 0
      ? undefined
      : options.safeParse(flatOptions);
  if (parsed && !parsed.success) {
    world.noteBadAnswer(
      'interactive',
      new Refused(
        'invalid_options',
        parsed.error.issues.map(i => `[ERROR] ${i.message} [json-pointer:/${i.path.join('/')}]`),
      ),
      answer.payload,
    );
    return [];
  }
  return groups ? groups.flatMap((g: Json) => g.options) : flatOptions;
}

/** One use of a response_url. docs.slack.dev/interactivity/handling-user-interaction#message_responses */
export function useReplyUrl(world: World, team: Team, url: ReplyUrl | undefined, body: Json): void {
  if (!url) refuse('invalid_url');
  if (world.now() > url.until) refuse('expired_url');
  if (url.uses >= limits.replyUrlUses) refuse('used_url');
  const channel = team.channels.find(c => c.id === url.channel);
  if (!channel) refuse('channel_not_found');
  if (channel.archived) refuse('is_archived');
  const origin = url.ts ? channel.messages.find(m => m.ts === url.ts) : undefined;
  if (flag(body.delete_original)) {
    if (!origin?.byApp) refuse('cant_delete_message');
    deleteMessage(world, team, channel, origin);
  } else if (flag(body.replace_original) && origin?.byApp) {
    changeMessage(world, team, channel, origin, team.botUserId, takeContent(world, team, body));
  } else say(world, team, channel, url.user, body);
  url.uses += 1;
  world.changed();
}
