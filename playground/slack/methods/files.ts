/** docs.slack.dev/messaging/working-with-files: ask for a URL, send the bytes there, complete. */
import { takeBlocks } from '../blocks.ts';
import type { Call, Method } from '../call.ts';
import { channelOf, nested, text } from '../call.ts';
import { kept, keptBlock } from '../escaping.ts';
import { limits } from '../limits.ts';
import { addMessage, refuseIfArchived } from '../messages.ts';
import { hasPicture } from '../pictures.ts';
import { refuse } from '../refusal.ts';
import { fileShape } from '../shapes.ts';
import type { Json, SharedFile, Team } from '../state.ts';
import { nextId } from '../state.ts';
import { isIn } from '../world.ts';

const types: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  json: 'application/json',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};
const typeOf = (name: string): string =>
  types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

function uploadUrl({ world, team, args }: Call): Json {
  const length = Number(args.length);
  if (!Number.isInteger(length) || length <= 0)
    refuse('invalid_arguments', ['[ERROR] must be a positive number [json-pointer:/length]']);
  if (text(args.alt_txt).length > limits.altTxt)
    refuse('invalid_arguments', ['[ERROR] must be less than 1001 characters [json-pointer:/alt_txt]']);
  const name = text(args.filename);
  const file: SharedFile = {
    id: nextId(world.state, 'F'),
    name,
    title: name,
    type: typeOf(name),
    by: team.botUserId,
    at: world.now(),
    complete: false,
    channels: [],
    length,
    alt: text(args.alt_txt) || undefined,
    deleted: false,
  };
  team.files.push(file);
  world.changed();
  return { upload_url: `${world.origin()}/upload/v1/${team.id}-${file.id}`, file_id: file.id };
}

function complete(call: Call): Json {
  const { world, team, args } = call;
  const wanted = nested(args.files, 'invalid_arguments');
  if (!Array.isArray(wanted) || wanted.length === 0)
    refuse('invalid_arguments', ['[ERROR] must provide files [json-pointer:/files]']);
  const files = wanted.map((one: Json) => ({ file: fileOf(team, one.id), title: one.title }));
  if (files.some(({ file }) => file.body === undefined || file.complete)) refuse('file_not_found');
  const ids = text(args.channel_id || args.channels)
    .split(',')
    .filter(Boolean);
  const channels = ids.map(id => channelOf({ ...call, args: { channel: id } }));
  for (const channel of channels) {
    refuseIfArchived(channel);
    if (!isIn(channel, team.botUserId)) refuse('not_in_channel');
  }
  const given = args.initial_comment ? undefined : nested(args.blocks, 'invalid_blocks');
  const blocks =
    given &&
    keptBlock(
      takeBlocks(given, { surface: 'message', hasPicture: f => hasPicture(world, team, f) }, () =>
        nextId(world.state, 'b').toLowerCase(),
      ),
    );
  for (const { file, title } of files) {
    file.complete = true;
    file.settling = true;
    file.title = title ?? file.title;
    file.channels = channels.map(c => c.id);
  }
  for (const channel of channels) {
    addMessage(world, team, channel, {
      user: team.botUserId,
      byApp: true,
      text: kept(text(args.initial_comment)),
      blocks,
      threadTs: text(args.thread_ts) || undefined,
      files: files.map(({ file }) => file.id),
    });
  }
  world.changed();
  return { files: files.map(({ file }) => fileShape(world, team, file)) };
}

function fileOf(team: Team, id: unknown): SharedFile {
  const file = team.files.find(f => f.id === text(id)) ?? refuse('file_not_found');
  return file.deleted ? refuse('file_deleted') : file;
}

/** A file is the bot's own, was given to it, or lies in a conversation where the bot is. */
export const botSeesFile = (team: Team, file: SharedFile): boolean =>
  file.by === team.botUserId ||
  file.forApp === true ||
  team.channels.some(c => file.channels.includes(c.id) && (c.kind === 'public' || isIn(c, team.botUserId)));

export const files: Record<string, Method> = {
  'files.getUploadURLExternal': { tier: 4, scopes: ['files:write'], needs: ['filename', 'length'], run: uploadUrl },
  'files.completeUploadExternal': { tier: 4, scopes: ['files:write'], needs: ['files'], run: complete },
  'files.info': {
    tier: 4,
    scopes: ['files:read'],
    needs: ['file'],
    run({ world, team, args }) {
      const file = fileOf(team, args.file);
      if (!botSeesFile(team, file) || file.keptBack) refuse('file_not_found');
      const shape = fileShape(world, team, file);
      if (world.telling.kinds) delete file.settling;
      return { file: shape, comments: [] };
    },
  },
  'files.delete': {
    tier: 3,
    scopes: ['files:write'],
    needs: ['file'],
    run({ world, team, args }) {
      const file = fileOf(team, args.file);
      if (file.by !== team.botUserId) refuse('cant_delete_file');
      file.deleted = true;
      file.body = '';
      world.changed();
      return {};
    },
  },
};
