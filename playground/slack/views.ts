/** Views: whether Slack takes one, how it stands in a person's stack, and how the app is shown it. docs.slack.dev/reference/views */
import { z } from 'zod';
import type { Where } from './blocks.ts';
import { blockTroubles, withIds } from './blocks.ts';
import { plain } from './elements.ts';
import { limits } from './limits.ts';
import { hasPicture } from './pictures.ts';
import { refuse } from './refusal.ts';
import type { Json, Team, Values, View } from './state.ts';
import { appId, nextId } from './state.ts';
import { initialValues } from './values.ts';
import type { World } from './world.ts';
import { ts } from './world.ts';

const shared = {
  blocks: z.array(z.any()).min(1),
  private_metadata: z.string().max(limits.privateMetadata).optional(),
  callback_id: z.string().max(limits.id).optional(),
  external_id: z.string().max(limits.id).optional(),
};
const shapes = {
  modal: z.strictObject({
    type: z.literal('modal'),
    ...shared,
    title: plain(limits.viewTitle),
    submit: plain(limits.viewTitle).nullish(),
    close: plain(limits.viewTitle).nullish(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
    submit_disabled: z.boolean().optional(),
  }),
  home: z.strictObject({ type: z.literal('home'), ...shared }),
};

/** What is wrong with a view, in Slack's words; empty if it is taken. */
export function viewTroubles(view: unknown, type: 'modal' | 'home', where: Omit<Where, 'surface'>): string[] {
  if (typeof view !== 'object' || view === null) return ['[ERROR] must provide an object [json-pointer:/view]'];
  const parsed = shapes[type].safeParse(view);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(issue => {
        const words =
          issue.code === 'too_big'
            ? `must be less than ${Number(issue.maximum) + 1} ${issue.origin === 'array' ? 'items' : 'characters'}`
            : issue.message;
        return `[ERROR] ${words} [json-pointer:/view/${issue.path.join('/')}]`;
      });
  const { blocks, submit } = view as Json;
  wrong.push(...blockTroubles(blocks, { ...where, surface: type }, '/view/blocks'));
  if (type === 'modal' && Array.isArray(blocks) && blocks.some(b => b?.type === 'input') && !submit) {
    wrong.push('[ERROR] missing required field: submit (a modal with inputs needs one) [json-pointer:/view]');
  }
  return wrong;
}

/** Who or what is chosen beforehand has to be there: whether Slack lets pass what is gone it doesn't publish, so it doesn't here. */
function goneTroubles({ channels, people }: Team, blocks: unknown): string[] {
  const known = new Set([...channels, ...people].map(one => one.id));
  return (Array.isArray(blocks) ? blocks : []).flatMap((block: Json, i) => {
    const { initial_user, initial_users, initial_channel, initial_conversation } = block?.element ?? {};
    const chosen: unknown[] = [initial_user, initial_channel, initial_conversation, ...(initial_users ?? [])];
    return chosen
      .filter(id => typeof id === 'string' && !known.has(id))
      .map(id => `[ERROR] unknown initial value: ${id} [json-pointer:/view/blocks/${i}/element]`);
  });
}

/** Refuses with `invalid_arguments`, or gives a view of this team, not yet shown to anybody. */
export function takeView(world: World, team: Team, given: unknown, type: 'modal' | 'home'): View {
  const wrong = [
    ...viewTroubles(given, type, { hasPicture: file => hasPicture(world, team, file) }),
    ...goneTroubles(team, (given as Json | null)?.blocks),
  ];
  if (wrong.length) refuse('invalid_arguments', wrong);
  const view = given as Json;
  if (JSON.stringify(view).length > limits.viewBytes) refuse('view_too_large');
  const blocks = withIds(view.blocks, () => nextId(world.state, 'b').toLowerCase());
  const id = nextId(world.state, 'V');
  return {
    id,
    type,
    hash: newHash(world),
    title: view.title,
    submit: view.submit ?? null,
    close: view.close ?? null,
    blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    external_id: view.external_id ?? '',
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    root: id,
    previous: null,
    values: initialValues(blocks),
    errors: {},
    ts: ts(world),
  };
}

const newHash = (world: World): string => `${Math.floor(world.now() / 1000)}.${nextId(world.state, 'h').toLowerCase()}`;

export const openViews = (team: Team, user: string): View[] => team.modals[user] ?? [];
export const topView = (team: Team, user: string): View | undefined => openViews(team, user).at(-1);

export function findView(team: Team, match: (view: View) => boolean): { view: View; user: string } | undefined {
  for (const [user, views] of Object.entries(team.modals)) {
    const view = views.find(match);
    if (view) return { view, user };
  }
  for (const [user, view] of Object.entries(team.homes)) if (match(view)) return { view, user };
}

export function refuseTakenExternalId(team: Team, given: Json, except?: string): void {
  if (given?.external_id && findView(team, v => v.external_id === given.external_id && v.id !== except))
    refuse('duplicate_external_id');
}

/** A new stack: what was open is gone. */
export function openView(world: World, team: Team, user: string, view: View): void {
  team.modals[user] = [view];
  world.changed();
}

export function pushView(world: World, team: Team, user: string, view: View): void {
  const stack = openViews(team, user);
  if (stack.length >= limits.viewStack) refuse('push_limit_reached');
  view.root = stack[0]?.id ?? view.id;
  view.previous = stack.at(-1)?.id ?? null;
  team.modals[user] = [...stack, view];
  world.changed();
}

/** Draws an open view anew. What a person has put into inputs stays where block_id and action_id are the same. */
export function redrawView(world: World, view: View, drawn: View): void {
  const kept: Values = {};
  for (const [block, actions] of Object.entries(drawn.values)) {
    for (const [action, value] of Object.entries(actions)) {
      const before = view.values[block]?.[action];
      kept[block] = { ...kept[block], [action]: before?.type === value.type ? before! : value };
    }
  }
  const { id, root, previous } = view;
  Object.assign(view, drawn, { id, root, previous, values: kept, errors: {}, notice: undefined, ts: ts(world) });
  world.changed();
}

/** As the app sees it, in answers and payloads. */
export function viewShape(team: Team, view: View): Json {
  return {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata,
    callback_id: view.callback_id,
    state: { values: view.values },
    hash: view.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close,
    notify_on_close: view.notify_on_close,
    close: view.close ?? null,
    submit: view.submit ?? null,
    previous_view_id: view.previous,
    root_view_id: view.root,
    app_id: appId,
    external_id: view.external_id,
    app_installed_team_id: team.id,
    bot_id: team.botId,
  };
}
