/** A request's body and files as a message to write or to change. discord.com/developers/docs/reference#uploading-files */
import type { Call } from './call.ts';
import { checkMessage, flags } from './check-message.ts';
import { limits } from './limits.ts';
import { type Change, keepFiles } from './messages.ts';
import { refuse } from './refusal.ts';
import type { Attachment, Json, Message } from './state.ts';

/** `attachment://` can't name spaces: Discord puts underscores. */
const fileName = (name: string): string => name.replace(/\s+/g, '_');

function uploads({ files }: Call, body: Json) {
  const told: Json[] = body.attachments ?? [];
  return files.map(file => {
    const own = told.find(a => `${a.id}` === `${file.number}`);
    const description = own?.description ?? undefined;
    return { ...file, name: fileName(own?.filename ?? file.name), ...(description ? { description } : {}) };
  });
}

/** Attachments that an edit leaves: all, or those it lists. */
const kept = (body: Json, before?: Message): Attachment[] =>
  (before?.attachments ?? []).filter(a => !body.attachments || body.attachments.some((b: Json) => `${b.id}` === a.id));

const sendable = flags.suppressEmbeds | flags.ephemeral | flags.silent | flags.v2;

/** Checked and with its files kept; `before` when it changes a message. */
export function drafted(call: Call, schema: string, body: Json = call.body, before?: Message): Change {
  const added = uploads(call, body);
  const stay = kept(body, before);
  if (added.some(f => f.body.length > limits.fileBytes)) refuse(40005);
  const names = [...stay, ...added].map(f => f.name);
  const was = before && {
    content: before.content,
    embeds: before.embeds,
    components: before.components,
    flags: before.flags,
  };
  checkMessage(schema, body, names, was);
  if (names.length > limits.filesPerMessage) refuse(30015);
  const given = (name: string): boolean => body[name] !== undefined;
  return {
    ...(given('content') || !before ? { content: body.content ?? '' } : {}),
    ...(given('embeds') || !before ? { embeds: (body.embeds ?? []).map((e: Json) => ({ type: 'rich', ...e })) } : {}),
    ...(given('components') || !before ? { components: body.components ?? [] } : {}),
    ...(added.length || body.attachments || !before ? { attachments: [...stay, ...keepFiles(call.world, added)] } : {}),
    flags: before ? before.flags | ((body.flags ?? 0) & flags.v2) : (body.flags ?? 0) & sendable,
    allowed: body.allowed_mentions,
  };
}
