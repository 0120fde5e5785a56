/** What each method may be given besides its token: docs.slack.dev/reference/methods, each method's page. */
const paged = ['cursor', 'limit'] as const;
const said = [
  'as_user',
  'attachments',
  'blocks',
  'channel',
  'link_names',
  'markdown_text',
  'metadata',
  'parse',
  'text',
] as const;
const looks = ['username', 'icon_emoji', 'icon_url'] as const;
const past = ['channel', ...paged, 'include_all_metadata', 'inclusive', 'latest', 'oldest'] as const;
const upTo = ['trigger_id', 'interactivity_pointer', 'view'] as const;

export const takes: Readonly<Record<string, readonly string[]>> = {
  'apps.connections.open': [],
  'auth.test': [],
  'bots.info': ['bot', 'team_id'],
  'team.info': ['domain', 'team'],
  'users.info': ['include_locale', 'user'],
  'users.list': [...paged, 'include_locale', 'team_id'],
  'users.conversations': [...paged, 'exclude_archived', 'exclude_muted', 'team_id', 'types', 'user'],
  'users.lookupByEmail': ['email'],
  'blocks.validate': ['blocks', 'message', 'view'],
  'chat.postMessage': [
    ...said,
    ...looks,
    'current_draft_last_updated_ts',
    'mrkdwn',
    'reply_broadcast',
    'thread_ts',
    'unfurl_links',
    'unfurl_media',
  ],
  'chat.update': [...said, 'file_ids', 'reply_broadcast', 'ts', 'unfurled_attachments'],
  'chat.postEphemeral': [...said, ...looks, 'thread_ts', 'user'],
  'chat.delete': ['as_user', 'channel', 'ts'],
  'chat.getPermalink': ['channel', 'message_ts'],
  'conversations.create': ['is_private', 'name', 'team_id'],
  'conversations.invite': ['channel', 'force', 'users'],
  'conversations.kick': ['channel', 'user'],
  'conversations.info': ['channel', 'include_locale', 'include_num_members'],
  'conversations.list': [...paged, 'exclude_archived', 'team_id', 'types'],
  'conversations.members': [...paged, 'channel'],
  'conversations.history': past,
  'conversations.replies': [...past, 'ts'],
  'conversations.open': ['channel', 'prevent_creation', 'return_im', 'users'],
  'conversations.rename': ['channel', 'name'],
  'conversations.setTopic': ['channel', 'topic'],
  'conversations.setPurpose': ['channel', 'purpose'],
  'conversations.archive': ['channel'],
  'conversations.unarchive': ['channel'],
  'conversations.leave': ['channel'],
  'conversations.join': ['channel'],
  // `alt_txt`: @slack/web-api calls it `alt_text`, which Slack passes over.
  'files.getUploadURLExternal': ['alt_txt', 'filename', 'length', 'snippet_type'],
  'files.completeUploadExternal': [
    ...looks,
    'blocks',
    'channel_id',
    'channels',
    'files',
    'initial_comment',
    'thread_ts',
  ],
  'files.info': [...paged, 'count', 'file', 'page'],
  'files.delete': ['file'],
  'pins.add': ['channel', 'timestamp'],
  'pins.remove': ['channel', 'timestamp'],
  'pins.list': ['channel'],
  'bookmarks.add': ['access_level', 'channel_id', 'emoji', 'entity_id', 'link', 'parent_id', 'title', 'type'],
  'bookmarks.list': ['channel_id'],
  'bookmarks.remove': ['bookmark_id', 'channel_id', 'quip_section_id'],
  'reactions.add': ['channel', 'name', 'timestamp'],
  'views.open': upTo,
  'views.push': upTo,
  'views.update': ['external_id', 'hash', 'view', 'view_id'],
  'views.publish': ['hash', 'interactivity_pointer', 'user_id', 'view'],
};

/** Bolt's clients name their team in every call. */
const always = ['token', 'team_id'];

/** Of this call, what its method doesn't know; a method that echoes (`api.test`) knows everything. */
export const unknownArguments = (name: string, args: Readonly<Record<string, unknown>>): string[] => {
  const known = takes[name];
  return known ? Object.keys(args).filter(key => !always.includes(key) && !known.includes(key)) : [];
};
