/** A card as Slack's calls take it. */
import type { toBlocks } from './blocks.ts';

type Drawn = ReturnType<typeof toBlocks>;

export const said = ({ text, blocks }: Drawn) => ({ text, blocks: blocks as never });

/** As a message of its own: nothing is shown below it of the pages that it links to. docs.slack.dev/messaging/unfurling-links-in-messages */
export const saidAlone = (drawn: Drawn) => ({ ...said(drawn), unfurl_links: false, unfurl_media: false });
