/** What a platform's own refusal means, for someone who could mend it: what really lacks, and how it is given. */
import type { Cop } from '../domain/cop.ts';
import { higherRole, isOut, outOnSlack, type Trouble, timedOut } from '../domain/trouble.ts';
import { joined, type Text, text, textOf, type Words } from '../platform/card.ts';
import { space } from './people.ts';

export const unknownCause = 'the platform would not allow it';

const notIn = text`I am not in that channel, or it is gone; somebody in it can invite me, or an admin can choose another with ${{ slash: 'settings choose' }}`;

const forbiddenWord =
  "this server's AutoMod takes something in it for forbidden; a server admin can let me through, in the server's settings under AutoMod";

const inOnboarding =
  "this server has that channel in its Onboarding, where everybody has to see it; a server admin can take it out there, in the server's settings, under Onboarding";

const onlySome = 'this workspace lets only some people do that; a workspace admin can allow it';
const onlySomeThere =
  'that channel lets only some people do that; whoever manages it can allow it, in its settings under Permissions';
const ofOrganisation = 'your organisation keeps that from me; an administrator of it can allow it';
const ofOperator = 'whoever runs me has to mend it first, and finds how in my log';

/** By the platform's own code; anything else is told plainly. */
const causes: Readonly<Record<string, Words>> = {
  restricted_action: onlySome,
  no_permission: onlySome,
  not_authorized: onlySome,
  access_denied: onlySome,
  app_access_restricted: onlySome,
  restricted_action_read_only_channel: onlySomeThere,
  restricted_action_thread_only_channel: onlySomeThere,
  restricted_action_non_threadable_channel: onlySomeThere,
  restricted_action_thread_locked: onlySomeThere,
  posting_to_channel_denied: onlySomeThere,
  enterprise_is_restricted: ofOrganisation,
  ekm_access_denied: ofOrganisation,
  team_access_not_granted: ofOrganisation,
  accesslimited: ofOperator,
  messages_tab_disabled: ofOperator,
  not_allowed_token_type: ofOperator,
  org_wide_token: ofOperator,
  two_factor_setup_required: ofOperator,
  org_login_required: 'this workspace is being moved into an Enterprise organisation; it passes',
  message_limit_exceeded:
    "this workspace's plan takes no more messages for now; it passes, or its owners choose another plan",
  cannot_create_channel: 'this workspace does not let me make private channels; a workspace admin can allow it',
  user_is_restricted: 'a guest can only be added by a workspace admin',
  org_user_not_in_team: 'somebody of your organisation has to be let into this workspace first; an admin can do that',
  too_many_pins: 'the channel has as many pins as it can hold; unpin something that is no longer needed',
  not_in_channel: 'I am not in that channel; somebody in it can invite me',
  channel_not_found: notIn,
  invalid_channel: notIn,
  '50001': 'I am not allowed to see the channel; a server admin can allow it',
  '50013': 'I lack a permission here; a server admin can give me those of my invitation link',
  '30003': 'the channel has as many pins as it can hold; unpin something that is no longer needed',
  '50074':
    "this server keeps its rules or its moderators' notices in that channel; a server admin can choose another for it in the server's settings, under Community",
  '20026': 'Discord takes me for spam; whoever runs me can ask Discord to look at that again',
  '30060':
    'as many people and roles are named in the permissions of that channel as it can hold; whoever manages it can remove those of people who have left',
  '30061':
    "this server's channels, with all that is set for them, are as large as they may be; a server admin can remove some",
  '40002': 'Discord asks whoever runs me to verify their own account first',
  '50009':
    "this server's verification level keeps me out; somebody who manages the server can lower it, in its settings under Safety Setup",
  '60003':
    'this server asks two-factor authentication of its moderators, and so of whoever runs me; they can turn it on for their own Discord account',
  '160006': 'this server has as many open threads as it can hold; a moderator can close some',
  '200000': forbiddenWord,
  '200001': forbiddenWord,
  '350000': inOnboarding,
  '350001': inOnboarding,
  '350002': inOnboarding,
  '350003': inOnboarding,
  '240000': 'Discord takes a link in it for harmful',
  '30013': 'this server has as many channels as it can hold; a server admin can remove some',
};

/** Discord's permissions, as its settings call them. */
export const permissions = {
  ViewChannel: text`**View Channels**`,
  SendMessages: text`**Send Messages**`,
  ReadMessageHistory: text`**Read Message History**`,
  EmbedLinks: text`**Embed Links**`,
  AttachFiles: text`**Attach Files**`,
  PinMessages: text`**Pin Messages**`,
  ManageMessages: text`**Manage Messages**`,
  ManageThreads: text`**Manage Threads**`,
  ManageChannels: text`**Manage Channels**`,
  ManageRoles: text`**Manage Roles**`,
} as const;
const isPermission = (name: string): name is keyof typeof permissions => name in permissions;

export function causeOf(cop: Cop, trouble: Trouble): Text {
  const { code, needed, place } = trouble;
  if (isOut(cop, trouble)) return outOf(cop, code);
  if (code === 'missing_scope')
    return text`I am not installed with all the rights I need (**${needed ?? code}** is missing); whoever installed me can add it, and install me again`;
  if (needed === higherRole)
    return text`the role stands above mine in the server's list of roles; a server admin can drag mine higher`;
  if (needed === timedOut)
    return text`I am in a timeout on this server; a moderator can remove it, or else it ends by itself`;
  if (needed === undefined) return textOf(causes[code] ?? unknownCause);
  const names = joined(
    needed.split(',').map(one => (isPermission(one) ? permissions[one] : text`**${one}**`)),
    ', ',
  );
  return place === undefined
    ? text`I lack ${names} on this server; a server admin can give it to my role`
    : text`I lack ${names} in that channel; whoever manages it can give it to me in its settings, under Permissions`;
}

/** Which of the two it is, only people can tell: nothing is closed on that alone. */
const outOf = (cop: Cop, code: string): Text =>
  outOnSlack.has(code)
    ? text`I am not in ${space(cop)} any more, or it is gone. If it is still there, please bring me back: somebody in it types **/invite** and chooses me`
    : text`I am not let into ${space(cop)} any more. Please bring me back: whoever manages the channel gives me ${permissions.ViewChannel} in its settings, under Permissions`;
