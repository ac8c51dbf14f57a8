import { runTool } from './run.mjs';

await runTool('/tools/record.ts');
