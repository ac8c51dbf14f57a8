import { runTool } from './run.mjs';

await runTool('/tools/new.ts');
