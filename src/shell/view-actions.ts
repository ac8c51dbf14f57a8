/** What a reader does in a picture, as commands. */
import type { ViewAction } from '../views/view';
import type { Controller } from './controller';

/** Carries an action out. */
export function perform(controller: Controller, action: ViewAction): void {
  switch (action.kind) {
    case 'set':
      void controller.set(action.values as Parameters<Controller['set']>[0]);
      return;
    case 'edit':
      void controller.edit([action]);
      return;
    case 'points':
      void controller.setRows(action.rows);
      return;
    case 'seek':
      void controller.seek(action.step);
      return;
    default:
      action satisfies never;
  }
}
