/** A dropped file as a table's text; what is a file of another kind is said by its name. */
import type { Text } from '../../../../i18n/text';
import { fileText } from '../../file-text';
import { MOST_BYTES } from './read-table';
import { sayTable } from './refusal';

/** The text of a file. */
export async function textOfFile(given: Uint8Array<ArrayBuffer>): Promise<{ readonly text: string } | { readonly problem: Text }> {
  const read = await fileText(given, MOST_BYTES);
  if ('text' in read) return read;
  switch (read.wrong) {
    case 'large':
      return { problem: sayTable('large', { size: (read.size / 1e6).toFixed(1), most: MOST_BYTES / 1e6 }) };
    case 'archive':
      return { problem: sayTable('workbook') };
    default:
      return { problem: sayTable(read.wrong) };
  }
}
