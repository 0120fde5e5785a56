/** What a message to be posted may hold, whether it comes by chat.*, a response_url or an acknowledgement. */
import { takeBlocks } from './blocks.ts';
import { nested, text } from './call.ts';
import { kept, keptBlock } from './escaping.ts';
import { limits } from './limits.ts';
import { hasPicture } from './pictures.ts';
import { refuse } from './refusal.ts';
import type { Json, Message, Team } from './state.ts';
import { nextId } from './state.ts';
import type { World } from './world.ts';

export type Content = Pick<Message, 'text' | 'blocks' | 'attachments' | 'metadata'>;

/** Refuses what Slack refuses: docs.slack.dev/reference/methods/chat.postMessage#errors */
export function takeContent(world: World, team: Team, args: Json): Content {
  const blocks = nested(args.blocks, 'invalid_blocks_format');
  const attachments: Json[] | undefined = nested(args.attachments, 'invalid_attachments');
  const metadata: Json | undefined = nested(args.metadata, 'invalid_metadata_format');
  const markdown = text(args.markdown_text);
  const words = text(args.text);
  if (markdown && (words || blocks)) refuse('markdown_text_conflict');
  if (markdown.length > limits.markdownText) refuse('msg_too_long');
  if (!words && !markdown && !blocks?.length && !attachments?.length) refuse('no_text');
  if (words.length > limits.messageText) refuse('msg_too_long');
  if (attachments && !Array.isArray(attachments)) refuse('invalid_attachments');
  if (attachments && attachments.length > limits.attachments) refuse('too_many_attachments');
  const keeps = metadata && Object.keys(metadata).length > 0;
  if (keeps) checkMetadata(metadata);
  const take = (given: unknown): Json[] =>
    keptBlock(
      takeBlocks(given, { surface: 'message', hasPicture: file => hasPicture(world, team, file) }, () =>
        nextId(world.state, 'b').toLowerCase(),
      ),
    );
  return {
    text: kept(words || markdown),
    blocks:
      blocks?.length || (blocks && !Array.isArray(blocks))
        ? take(blocks)
        : markdown
          ? take([{ type: 'markdown', text: markdown }])
          : undefined,
    attachments: attachments?.map(one => (one.blocks ? { ...one, blocks: take(one.blocks) } : one)),
    metadata: keeps ? metadata : undefined,
  };
}

function checkMetadata(metadata: Json): void {
  const { event_type, event_payload, ...other } = metadata;
  if (
    typeof metadata !== 'object' ||
    typeof event_type !== 'string' ||
    !event_type ||
    typeof event_payload !== 'object' ||
    event_payload === null
  ) {
    refuse('invalid_metadata_format', ['[ERROR] event_type and event_payload are required [json-pointer:/metadata]']);
  }
  if (Object.keys(other).some(key => key !== 'entities'))
    refuse('invalid_metadata_format', ['[ERROR] unknown property [json-pointer:/metadata]']);
  if (JSON.stringify(metadata).length > limits.metadataBytes) refuse('metadata_too_large');
}
