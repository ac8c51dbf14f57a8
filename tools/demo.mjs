import { runTool } from './run.mjs';

await runTool('/tools/demo.ts');
