/** Slack's codes: what kind of no each is, and whose trouble. What isn't here is our bug. docs.slack.dev/reference/methods, each method's errors. */
import type { TroubleKind, Whose } from '../../domain/trouble.ts';

export interface Meaning {
  readonly kind: TroubleKind;
  readonly whose: Whose;
  /** For the log: what an operator or an administrator has to do. */
  readonly remedy?: string;
}

/** Why each stands where it does. */
type Reasons = Readonly<Record<string, string>>;

const all = (kind: TroubleKind, whose: Whose, reasons: Reasons): Record<string, Meaning> =>
  Object.fromEntries(Object.keys(reasons).map(code => [code, { kind, whose }]));
/** Here the reason is the remedy. */
const mended = (kind: TroubleKind, remedies: Reasons): Record<string, Meaning> =>
  Object.fromEntries(Object.entries(remedies).map(([code, remedy]) => [code, { kind, whose: 'bot', remedy }]));

const newToken =
  'copy the Bot User OAuth Token from api.slack.com/apps, OAuth & Permissions (install the app again, if there is none), into SLACK_BOT_TOKEN, and start the bot again';

/** Of the app-level token: what is said of the bot's doesn't mend it. */
export const newAppToken =
  'make one with the scope connections:write at api.slack.com/apps, Basic Information, App-Level Tokens, copy it into SLACK_APP_TOKEN, and switch Socket Mode on there';

/** Its token. Nothing was done, whoever it was about to reach. */
export const tokenCodes = mended('unreachable', {
  not_authed: newToken,
  invalid_auth: newToken,
  account_inactive: `the app was taken out of the workspace, or its bot user was deactivated: ${newToken}`,
  token_revoked: `the app was uninstalled, or its tokens were revoked: ${newToken}`,
  token_expired: newToken,
  user_removed_from_team: `the app was taken out of the workspace: ${newToken}`,
  team_disabled: 'the workspace was deleted or suspended; its owners can bring it back at slack.com',
});

const invite = 'somebody in the channel types /invite there and chooses the bot';
const allowThere = 'whoever manages the channel allows it, in its settings under Permissions';
const allow = 'an administrator of the workspace allows it, in its settings under Permissions';

export const meanings: Readonly<Record<string, Meaning>> = {
  ...tokenCodes,
  ...mended('forbidden', {
    missing_scope: 'add the scope at api.slack.com/apps, OAuth & Permissions, and install the app again',
    not_allowed_token_type: 'SLACK_BOT_TOKEN has to be a bot token (xoxb-…)',
    not_in_channel: invite,
    restricted_action: allow,
    cannot_create_channel: allow,
    no_permission: allow,
    not_authorized: allow,
    access_denied: allow,
    accesslimited:
      "the workspace or the organisation lets apps in from certain networks alone: an administrator adds this machine's address, or the app's own list at api.slack.com/apps, OAuth & Permissions, does",
    two_factor_setup_required:
      'the workspace wants a second factor of who installed the app: they set it up, or somebody else installs it',
    enterprise_is_restricted: 'the organisation keeps this from apps; an administrator of it allows it',
    org_login_required: 'the workspace is being moved into an Enterprise organisation; it passes',
    ekm_access_denied: 'the organisation has suspended access by its own keys; its administrators can give it back',
    org_wide_token:
      "SLACK_BOT_TOKEN is of a whole organisation, and the bot serves one workspace: install the app in that workspace (api.slack.com/apps, Install App), and copy that workspace's token",
    team_access_not_granted: 'an administrator of the organisation gives the app access to this workspace',
    ...Object.fromEntries(
      ['read_only_channel', 'thread_only_channel', 'non_threadable_channel', 'thread_locked'].map(one => [
        `restricted_action_${one}`,
        allowThere,
      ]),
    ),
    posting_to_channel_denied: allowThere,
    app_access_restricted: allow,
    message_limit_exceeded:
      "the workspace's plan takes no more messages for now: it passes, or its owners choose another",
    messages_tab_disabled: 'switch on the Messages tab at api.slack.com/apps, App Home',
  }),
  /** A private channel that the bot isn't in is none for Slack, and one that was deleted isn't either: only people can tell. */
  ...mended('gone', { channel_not_found: invite, invalid_channel: invite }),
  ...all('forbidden', 'person', {
    user_is_restricted: 'a guest: an administrator can let them in, an app can not',
    user_is_ultra_restricted: 'a guest of one channel',
    ura_max_channels: 'a guest of one channel, who is in one',
    cant_invite: 'somebody whom nobody may invite here',
    org_user_not_in_team: 'of the same organisation, and not in this workspace',
    invalid_user_combination: 'of another organisation, and in no channel with anybody here',
    not_enough_users: 'a bot takes no messages',
    invitee_cant_see_channel: 'of the same organisation, in no workspace that has this channel',
    no_external_invite_permission: 'of another organisation',
    user_not_visible: 'somebody who is not to be seen by a bot',
    cannot_dm_bot: 'a bot takes no messages',
  }),
  ...all('gone', 'person', {
    user_not_found: 'nobody by that id in this workspace',
    users_not_found: 'the same, of several',
    user_disabled: 'deactivated',
    user_not_in_channel: 'has left the channel in which only they were to see something',
  }),
  ...all('forbidden', 'place', {
    too_many_pins: 'the channel holds no more',
    file_uploads_disabled: 'the workspace takes no files',
    file_uploads_except_images_disabled: 'the workspace takes pictures alone',
    file_type_not_allowed: 'the workspace takes none of these',
    file_upload_size_restricted: 'the workspace takes smaller ones',
    storage_limit_reached: 'the workspace holds no more',
    slack_connect_file_upload_sharing_blocked: 'another organisation in the channel takes no files from here',
  }),
  ...all('gone', 'place', {
    is_archived: 'nobody writes there any more',
    is_inactive: 'the same, of a message that is to be changed',
    thread_not_found: 'its first message was deleted',
  }),
  ...all('gone', 'nobody', {
    cant_update_message: "another's, or one that can't be changed: it stands as it was said",
    edit_window_closed: 'too old to be changed: the same',
  }),
  ...all('gone', 'message', {
    message_not_found: 'deleted',
    file_not_found: 'deleted, or not shared with the bot',
    not_visible: 'the same',
    file_deleted: 'deleted',
    view_not_found: 'closed by who looked at it',
    no_such_view: 'closed by who looked at it',
    not_found: 'of a view, the same',
    expired_url: 'half an hour has passed',
    used_url: 'answered five times',
    expired_trigger_id: 'three seconds have passed',
    exchanged_trigger_id: 'used once',
    invalid_trigger_id: 'never was one',
  }),
  ...all('unsupported', 'bot', { not_enabled: 'the Home tab is switched off: there is none to draw' }),
  ...all('unknown-outcome', 'nobody', {
    internal_error: "Slack's own trouble",
    fatal_error: "Slack's own trouble",
    service_unavailable: "Slack's own trouble",
    request_timeout: "Slack's own trouble",
    update_failed: "Slack's own trouble",
    file_update_failed: "Slack's own trouble",
    fetch_members_failed: "Slack's own trouble",
    team_added_to_org: 'the workspace is being moved',
  }),
  ...all('unreachable', 'nobody', {
    external_channel_migrating: 'the channel is being moved: it passes',
    invalid_cursor: 'of a list that was read for too long: read anew, it is whole',
  }),
  ...all('rate-limited', 'nobody', { ratelimited: 'too much at once', rate_limited: 'too many messages' }),
};
