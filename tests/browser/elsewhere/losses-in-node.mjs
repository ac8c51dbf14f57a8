import { runTool } from '../../../tools/run.mjs';

await runTool('/tests/browser/elsewhere/losses-in-node.ts');
