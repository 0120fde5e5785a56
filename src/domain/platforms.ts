/** The chat platforms that the bot serves, and what differs between them wherever an adapter is not the place to say it. */
export const platformNames = ['slack', 'discord'] as const;
export type PlatformName = (typeof platformNames)[number];

export interface Manners {
  /** As it writes itself. */
  readonly name: string;
  /** Two connections would both get every press: one process at a time. (Slack shares what it sends among them.) */
  readonly oneProcess: boolean;
  /** Whether a bot can take back that everybody sees a space. (Slack lets only its administrators make a channel private again.) */
  readonly closesSpaces: boolean;
  /** Where a word to one person, by the way, is read: beside what they did, and gone soon; or among their direct messages, where it stays. */
  readonly whispers: 'in the space' | 'directly';
  /** What becomes of a channel that nobody wants any more; what is archived can be brought back. */
  readonly channelsEnd: 'archived' | 'deleted';
  /** Whether an app can invite people into a workspace. (On Slack that is for its own people.) */
  readonly makesInvites: boolean;
  /** Whether people carry roles of the workspace's own, which a bot can give and take. */
  readonly serverRoles: boolean;
  /** How a day with its hour is given in a form: picked, in the hours of who picks; or typed, in the network's. */
  readonly moments: 'picked' | 'typed';
  /** The events that tell what was changed by hand, where they come only to who has subscribed to them; and how that is done. */
  readonly events: { readonly renamed?: string; readonly out?: string };
  readonly subscribing?: string;
  /** Where a workspace, or a channel of it, opens for whoever is outside. */
  addressOf(workspace: string, channel: string | undefined): string;
}

export const manners: Readonly<Record<PlatformName, Manners>> = {
  slack: {
    name: 'Slack',
    oneProcess: false,
    closesSpaces: false,
    whispers: 'in the space',
    channelsEnd: 'archived',
    makesInvites: false,
    serverRoles: false,
    moments: 'picked',
    events: { renamed: 'group_rename', out: 'group_left' },
    subscribing: 'paste slack-app-manifest.json into the app at api.slack.com/apps, App Manifest',
    /** docs.slack.dev/interactivity/deep-linking */
    addressOf: (workspace, channel) =>
      channel
        ? `https://slack.com/app_redirect?${new URLSearchParams({ team: workspace, channel })}`
        : `https://app.slack.com/client/${encodeURIComponent(workspace)}`,
  },
  discord: {
    name: 'Discord',
    oneProcess: true,
    closesSpaces: true,
    whispers: 'directly',
    channelsEnd: 'deleted',
    makesInvites: true,
    serverRoles: true,
    moments: 'typed',
    events: {},
    /** https://docs.discord.com/developers/reference */
    addressOf: (workspace, channel) =>
      `https://discord.com/channels/${[workspace, channel].flatMap(id => (id ? [encodeURIComponent(id)] : [])).join('/')}`,
  },
};
