import { posix } from 'node:path';
import { decode } from './anchors';
import type { Book, Chapter } from './book';
import { walk } from './nodes';
import { problemAt, type Problem } from './problem';

function faultOf(url: string, path: string, { isFile }: Pick<Book, 'isFile'>): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url))
    return `picture "${url}" is elsewhere: a page shows files of this site alone; put it beside the chapter`;
  const file = url.startsWith('/') ? posix.join('public', decode(url)) : posix.join(posix.dirname(path), decode(url));
  return isFile(file) ? undefined : `there is no picture ${file}`;
}

/** Pictures that are not there, and pictures that say nothing to those who do not see them. */
export function checkPictures({ path, tree }: Chapter, book: Pick<Book, 'isFile'>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { node } of walk(tree)) {
    if (node.type !== 'image') continue;
    const fault = faultOf(node.url, path, book);
    if (fault !== undefined) problems.push(problemAt(path, node.position, fault));
    if ((node.alt ?? '').trim() === '')
      problems.push(problemAt(path, node.position, 'a picture says in words what it shows: ![Words](file)'));
  }
  return problems;
}
