/** Files in blocks: `slack_file` names a picture by its id or its private url. docs.slack.dev/reference/block-kit/composition-objects/slack-file-object */
import type { Json, SharedFile, Team } from './state.ts';
import type { World } from './world.ts';

export const fileUrl = (world: World, team: Team, file: SharedFile): string =>
  `${world.origin()}/files-pri/${team.id}-${file.id}/${encodeURIComponent(file.name)}`;

/** No other kind of picture stands in a block. */
const shown = new Set(['image/png', 'image/jpeg', 'image/gif']);

export function hasPicture(world: World, team: Team, { id, url }: Json): boolean {
  const file = team.files.find(one => (id ? one.id === id : url && fileUrl(world, team, one) === url));
  return file?.complete === true && !file.settling && !file.deleted && shown.has(file.type);
}
