import { it } from 'vitest';
import { printProgram } from '../../src/ml/spec/code';
import { program } from '../../src/ml/spec/program';
import { inputSymbols, type SequencesData } from '../../src/ml/data-kinds/sequences/program';
import { misreadByPython, runProgram } from '../programs/run';
it('prints', async () => {
  for (const task of ['memory', 'gap'] as const) {
    const data: SequencesData = { kind: 'sequences', task, symbols: 3, classes: 3, length: 6, distance: 3, distractors: 2, train: 40, test: 20 };
    const size = inputSymbols(data);
    const every = task === 'gap';
    const network = {
      name: 'memory',
      inputs: { x: { shape: [6], kind: 'indices' as const, size } },
      nodes: [
        { id: 'embedding', layer: 'embedding', from: ['x'], options: { size, units: 4 } },
        { id: 'cell', layer: 'recurrent', from: ['embedding'], options: { cell: 'lstm', units: 5, every } },
        { id: 'output', layer: 'dense', from: ['cell'], options: { units: 3 } },
      ],
      outputs: ['output'],
    };
    const p = program({ network, loss: 'crossEntropy', data, optimiser: { name: 'adam' }, steps: 101, learningRate: 0.02, l2: 0.001, weightDecay: 0.01 });
    const code = printProgram(p, 'tfjs', 'en');
    const ran = await runProgram(code);
    console.log(code.slice(code.indexOf('// The network')), ran.said, ran.failure, ran.complaints);
    for (const f of ['keras', 'pytorch'] as const) console.log(printProgram(p, f, 'en').slice(-3200));
    console.log(misreadByPython({ k: printProgram(p, 'keras', 'en'), p: printProgram(p, 'pytorch', 'en') }));
  }
}, 100000);
