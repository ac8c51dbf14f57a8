/** What the reader brought, of whichever kind, already checked by the page. */
import type { OwnImages } from './images/own';
import type { OwnRows } from './rows/own';
import type { OwnText } from './text/own';

export type OwnData = OwnRows | OwnImages | OwnText;
