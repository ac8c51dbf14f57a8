/** What a reader does in a picture, as commands. */
import type { ViewAction } from '../../views/view';
import type { Controller } from '../controller';
import { look } from '../reel';

/** Carries an action out. */
export function perform(controller: Controller, action: ViewAction): void {
  switch (action.kind) {
    case 'set':
      controller.attempt(controller.set(action.values as Parameters<Controller['set']>[0]));
      return;
    case 'edit':
      controller.attempt(controller.edit([action]));
      return;
    case 'points':
      controller.attempt(controller.setRows(action.rows));
      return;
    case 'seek':
      controller.attempt(look(controller, action.step));
      return;
    case 'inspect':
      controller.frame.inspect({ open: true, layer: action.layer, unit: action.unit, tensor: undefined });
      return;
    default:
      action satisfies never;
  }
}
