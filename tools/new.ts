/** `npm run new -- demo <id>`: writes a minimal, complete demo that passes its contract, and records its run. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoFiles, readRequest } from './new/new-demo';

/** Runs the command; the result is the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const root = process.cwd();
  const request = readRequest(root, args);
  if ('problem' in request) {
    console.error(request.problem);
    return 1;
  }
  const { id, chapter } = request;
  const folder = `src/demos/${id}`;
  mkdirSync(join(root, folder));
  for (const [file, text] of Object.entries(demoFiles(root, request))) {
    writeFileSync(join(root, folder, file), text);
    console.log(`${folder}/${file}`);
  }
  // Loaded only now: it looks at the demos that are there.
  const { main: record } = await import('./record.ts');
  const code = await record([id]);
  console.log(`
It runs, and proves a claim: make it yours (src/demos/README.md says what each file holds).
  npm run check -- ${id}    types, contract, proof and recordings of this demo alone
  npm run record -- ${id}   again, whenever its run has changed
  npm run dev${' '.repeat(id.length + 4)}its page is /embed/${id}/; in content/zh/${chapter}.md and content/en/${chapter}.md a figure of it is
  ::demo[Caption.]{#${id}}`);
  return code;
}
