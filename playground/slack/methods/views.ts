/** docs.slack.dev/reference/methods?family=views */
import type { Call, Method } from '../call.ts';
import { nested, text } from '../call.ts';
import { refuse } from '../refusal.ts';
import type { Json, View } from '../state.ts';
import {
  findView,
  openView,
  openViews,
  pushView,
  redrawView,
  refuseTakenExternalId,
  takeView,
  viewShape,
} from '../views.ts';
import { personById, takeTrigger } from '../world.ts';

const given = (call: Call): unknown => nested(call.args.view, 'invalid_arguments');

function opens(call: Call, how: 'open' | 'push'): Json {
  const { world, team, args } = call;
  const view = given(call);
  const trigger = text(args.trigger_id ?? args.interactivity_pointer);
  const made = takeView(world, team, view, 'modal');
  refuseTakenExternalId(team, view as Json);
  const { user, inModal } = takeTrigger(world, team, trigger);
  if (how === 'open') openView(world, team, user, made);
  else if (!inModal || openViews(team, user).length === 0) refuse('not_found');
  else pushView(world, team, user, made);
  return { view: viewShape(team, made) };
}

function update(call: Call): Json {
  const { world, team, args } = call;
  const [viewId, externalId, hash] = [text(args.view_id), text(args.external_id), text(args.hash)];
  if (!viewId && !externalId) refuse('invalid_arguments', ['[ERROR] missing required field: view_id or external_id']);
  const view = given(call);
  const there = findView(team, v => (viewId ? v.id === viewId : v.external_id === externalId))?.view;
  const made = takeView(world, team, view, there?.type ?? 'modal');
  if (!there) refuse('not_found');
  refuseIfMoved(there, hash);
  refuseTakenExternalId(team, view as Json, there.id);
  redrawView(world, there, made);
  return { view: viewShape(team, there) };
}

function publish(call: Call): Json {
  const { world, team, args } = call;
  const user = text(args.user_id);
  if (!world.app.homeTab) refuse('not_enabled');
  if (!personById(team, user)) refuse('invalid_arguments', ['[ERROR] unknown user [json-pointer:/user_id]']);
  const made = takeView(world, team, given(call), 'home');
  const before = team.homes[user];
  if (before) {
    refuseIfMoved(before, text(args.hash));
    redrawView(world, before, made);
  } else team.homes[user] = made;
  world.changed();
  return { view: viewShape(team, team.homes[user]!) };
}

function refuseIfMoved(view: View, hash: string): void {
  if (hash && hash !== view.hash) refuse('hash_conflict');
}

export const views: Record<string, Method> = {
  'views.open': { tier: 4, needs: ['view', 'trigger_id'], run: call => opens(call, 'open') },
  'views.push': { tier: 4, needs: ['view', 'trigger_id'], run: call => opens(call, 'push') },
  'views.update': { tier: 4, needs: ['view'], run: update },
  'views.publish': { tier: 4, needs: ['user_id', 'view'], run: publish },
};
