import { runTool } from './run.mjs';

await runTool('/tools/bench.ts');
