import { shellText } from '../../../i18n/shell';
import type { OwnImages } from '../../../ml/data-kinds/images/own';
import type { OwnDataKind } from '../own-data-kind';

/** Images of the reader's own: they never travel in a link. */
export const imagesOwnKind: OwnDataKind<OwnImages> = {
  forRun: (own) => own,
  format: () => undefined,
  parse: () => undefined,
  linkWords: () => shellText.linkNoImages,
};
