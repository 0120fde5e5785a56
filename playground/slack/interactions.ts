/** What people do with the app, in exactly the payloads that Slack sends. docs.slack.dev/reference/interaction-payloads */

import { messageShape } from './shapes.ts';
import type { Channel, Json, Message, Person, Team, View } from './state.ts';
import { appId, verificationToken } from './state.ts';
import { carrierOf } from './values.ts';
import { viewShape } from './views.ts';
import type { AppAnswer, World } from './world.ts';
import { appShape, newReplyUrl, newTrigger, teamShape, ts } from './world.ts';

const userOf = (team: Team, person: Person): Json => ({
  id: person.id,
  username: person.handle,
  name: person.handle,
  team_id: (person.elsewhere ?? team).id,
});
/** Private channels and direct messages go by no name of their own. */
const shownName = (channel: Channel): string =>
  ({ public: channel.name, private: 'privategroup', im: 'directmessage', mpim: channel.name })[channel.kind];
const channelOf = (channel: Channel): Json => ({ id: channel.id, name: shownName(channel) });
const common = (team: Team, person: Person): Json => ({
  team: teamShape(person.elsewhere?.told === 'beside-them' ? team : (person.elsewhere ?? team)),
  user: userOf(team, person),
  token: verificationToken,
  ...appShape,
  ...(person.elsewhere?.organisation && { enterprise: { id: person.elsewhere.organisation.id } }),
});

/** Where an element stands that somebody uses. */
export type Spot = { readonly channel: Channel; readonly message: Message } | { readonly view: View };

const containerOf = (spot: Spot): Json =>
  'view' in spot
    ? { type: 'view', view_id: spot.view.id }
    : {
        type: 'message',
        message_ts: spot.message.ts,
        ...(spot.message.threadTs !== undefined && { thread_ts: spot.message.threadTs }),
        channel_id: spot.channel.id,
        is_ephemeral: spot.message.onlyFor !== undefined,
      };

export function slashCommand(
  world: World,
  team: Team,
  person: Person,
  channel: Channel,
  command: string,
  text: string,
): Promise<AppAnswer> {
  const payload: Json = {
    token: verificationToken,
    team_id: (person.elsewhere ?? team).id,
    team_domain: (person.elsewhere ?? team).domain,
    channel_id: channel.id,
    channel_name: shownName(channel),
    user_id: person.id,
    user_name: person.handle,
    command,
    text,
    api_app_id: appId,
    is_enterprise_install: 'false',
    response_url: newReplyUrl(world, team, person.id, channel.id),
  };
  const again = (): Json => ({ ...payload, trigger_id: newTrigger(world, team, person.id, false) });
  return world.ask('slash_commands', again(), again);
}

/** A button pressed, or an option chosen (`value`: what then stands in the element). */
export function blockAction(
  world: World,
  team: Team,
  person: Person,
  spot: Spot,
  block: Json,
  element: Json,
  value?: unknown,
): Promise<AppAnswer> {
  const { type, action_id, text, url, style, placeholder, confirm } = element;
  const shown = Object.fromEntries(
    Object.entries({ text, value: element.value, url, style, placeholder, confirm }).filter(([, v]) => v !== undefined),
  );
  const chosen = value === undefined ? {} : { [type === 'overflow' ? 'selected_option' : carrierOf(type)]: value };
  const action = { type, action_id, block_id: block.block_id, ...shown, ...chosen, action_ts: ts(world) };
  const place =
    'view' in spot
      ? { view: viewShape(team, spot.view) }
      : {
          channel: channelOf(spot.channel),
          ...(spot.message.onlyFor ? {} : { message: messageShape(world, team, spot.message) }),
          state: { values: spot.message.values ?? {} },
          response_url: newReplyUrl(world, team, person.id, spot.channel.id, spot.message.ts),
        };
  const payload = {
    type: 'block_actions',
    ...common(team, person),
    container: containerOf(spot),
    ...place,
    actions: [action],
  };
  const inModal = 'view' in spot && spot.view.type === 'modal';
  const again = (): Json => ({ ...payload, trigger_id: newTrigger(world, team, person.id, inModal) });
  return world.ask('interactive', again(), again);
}

export function viewSubmission(world: World, team: Team, person: Person, view: View): Promise<AppAnswer> {
  const payload = {
    type: 'view_submission',
    ...common(team, person),
    view: viewShape(team, view),
    response_urls: responseUrls(world, team, person, view),
  };
  const again = (): Json => ({ ...payload, trigger_id: newTrigger(world, team, person.id, true) });
  return world.ask('interactive', again(), again);
}

/** For conversation menus with `response_url_enabled`. */
function responseUrls(world: World, team: Team, person: Person, view: View): Json[] {
  return view.blocks.flatMap(({ block_id, element }) => {
    if (!element?.response_url_enabled) return [];
    const value = view.values[block_id]?.[element.action_id];
    const channel_id = value?.selected_conversation ?? value?.selected_channel;
    return channel_id
      ? [
          {
            block_id,
            action_id: element.action_id,
            channel_id,
            response_url: newReplyUrl(world, team, person.id, channel_id),
          },
        ]
      : [];
  });
}

export function viewClosed(world: World, team: Team, person: Person, view: View, cleared: boolean): Promise<AppAnswer> {
  const payload = { type: 'view_closed', ...common(team, person), view: viewShape(team, view), is_cleared: cleared };
  return world.ask('interactive', payload, () => payload);
}

export function messageShortcut(
  world: World,
  team: Team,
  person: Person,
  channel: Channel,
  message: Message,
  callbackId: string,
): Promise<AppAnswer> {
  const payload = {
    type: 'message_action',
    ...common(team, person),
    channel: channelOf(channel),
    callback_id: callbackId,
    action_ts: ts(world),
    message_ts: message.ts,
    message: messageShape(world, team, message),
    response_url: newReplyUrl(world, team, person.id, channel.id, message.ts),
  };
  const again = (): Json => ({ ...payload, trigger_id: newTrigger(world, team, person.id, false) });
  return world.ask('interactive', again(), again);
}

export function blockSuggestion(
  world: World,
  team: Team,
  person: Person,
  spot: Spot,
  block: Json,
  element: Json,
  value: string,
): Promise<AppAnswer> {
  const place =
    'view' in spot
      ? { view: viewShape(team, spot.view) }
      : { channel: channelOf(spot.channel), message: messageShape(world, team, spot.message) };
  const payload = {
    type: 'block_suggestion',
    ...common(team, person),
    container: containerOf(spot),
    ...place,
    action_id: element.action_id,
    block_id: block.block_id,
    value,
  };
  return world.ask('interactive', payload, () => payload);
}
