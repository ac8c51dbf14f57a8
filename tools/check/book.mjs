import { runTool } from '../run.mjs';

await runTool('/tools/check/book.ts');
