import type { Demo } from '../../demos/declaration';
import type { Book, Chapter } from './book';
import { readDemoUse, readOpens } from './demo-use';
import { problemAt, type Problem } from './problem';

function listOf(demos: ReadonlyMap<string, Demo>): string {
  return [...demos.keys()].join(', ') || 'none';
}

/** Every `::demo` line that names no demo, an unknown parameter or preset, or a value that the parameter cannot take. */
export function checkDemos({ path, inventory }: Chapter, { demos }: Pick<Book, 'demos'>): readonly Problem[] {
  return inventory.demos.flatMap(({ node, demo: id }) => {
    if (id === undefined) return [problemAt(path, node.position, 'a demo is named by {#id}')];
    const demo = demos.get(id);
    if (demo === undefined) return [problemAt(path, node.position, `there is no demo "${id}"; there are: ${listOf(demos)}`)];
    const problems = [...readDemoUse(node, demo).problems, ...readOpens(node, demo).problems];
    return problems.map((message) => problemAt(path, node.position, `demo "${id}" ${message}`));
  });
}
