import { runTool } from './run.mjs';

await runTool('/tools/measured.ts');
