import { abs, grad, log, maximum, mul, reshape, slice, square, stack, sub, sum, tensor2d, type Tensor } from '@tensorflow/tfjs-core';
import { activate } from '../../ml/layers/activation';
import { defineModel, type HostArray } from '../../ml/model';
import { activationOf, buildNetwork } from '../../ml/network';
import { supervisedModel } from '../../ml/tasks/supervised';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import sigmoidChainProgram from './program';

/** Stands in for zero in a logarithm. */
const LEAST = 1e-37;

export default defineModel<ValuesOf<typeof demo>>({
  create({ values, random }) {
    const program = () => sigmoidChainProgram(values);
    const network = buildNetwork(program().network, random.fork('weights'));
    const x = tensor2d([[values.input]]);
    const t = tensor2d([[values.target]]);
    const single = (value: number): HostArray => ({ shape: [1, 1], data: Float32Array.of(value) });
    const batch = { x: single(values.input), t: single(values.target) };
    const links = Array.from({ length: values.length }, (_, i) => `link${i + 1}`);

    /** Each link's value and slope, its factor w f'(z), and the product of the factors from it to the end. */
    const chain = () => {
      const applied = network.apply({ x }, { training: false });
      const line = (suffix: string): Tensor => stack(links.map((id) => reshape(activationOf(applied, `${id}${suffix}`), [])));
      const weights = stack(links.map((id) => reshape(network.weight(`${id}/kernel`), [])));
      const sums = line('');
      const slopes = grad((z: Tensor) => sum(activate(values.activation, z)))(sums);
      const factors = mul(weights, slopes);
      const products: Tensor[] = [];
      for (let i = links.length - 1; i >= 0; i--) {
        const factor = reshape(slice(factors, i, 1), []);
        const [behind] = products;
        products.unshift(behind === undefined ? factor : mul(factor, behind));
      }
      return { sums, outputs: line('-activation'), weights, slopes, factors, products: stack(products) };
    };

    return supervisedModel({
      program,
      network,
      random,
      batch: () => batch,
      evaluateEvery: 2,
      evaluate: () => ({ decades: mul(log(maximum(abs(reshape(slice(chain().products, 0, 1), [])), LEAST)), Math.LOG10E) }),
      frame() {
        const all = chain();
        const last = reshape(slice(all.outputs, links.length - 1, 1), []);
        return { ...all, loss: sum(square(sub(last, reshape(t, [])))) };
      },
      dispose() {
        x.dispose();
        t.dispose();
      },
    });
  },
});
