/**
 * Many networks of the same shape as one: every variable stacked, [members, ...shape], so that one operation serves all. Nothing goes
 * from a member to another; under a loss that adds up their losses each is trained as if alone.
 */
import { gather, squeeze, type Tensor } from '@tensorflow/tfjs-core';
import { only } from '../base/at';
import { describeNetwork } from './blueprint/describe';
import { NetworkError, sizeOf } from './blueprint/layer-description';
import { isLayerName } from './blueprint/layers';
import type { NetworkSpec } from './blueprint/network-spec';
import { drawVariable } from './initialisers/draw-variable';
import { layers } from './layers';
import { networkFrom, type Network } from './network';
import type { Random } from './random';

/** A network, and the stream from which `buildNetwork` would draw it alone. */
export interface Member {
  readonly spec: NetworkSpec;
  readonly random: Random;
}

/** Outputs and activations are [members, batch, …]; inputs as well, or [batch, …] where all see the same. */
export interface Population extends Network {
  readonly members: number;
  /** What one member answers, [n, outputs], where inputs are [n, …]. @param member its number from 0, [1], whole. */
  scoresOf(member: Tensor, x: Tensor): Tensor;
}

/** Options that say how weights begin, and nothing else: members may differ in them. */
const BEGINNINGS: ReadonlySet<string> = new Set(['initialiser', 'initialScale', 'biasInitialiser', 'initialBias']);

/** All of a network in which members must be alike. */
function shapeOf({ inputs, nodes, outputs }: NetworkSpec): string {
  const options = (all: NetworkSpec['nodes'][number]['options']): unknown =>
    Object.entries(all)
      .filter(([name]) => !BEGINNINGS.has(name))
      .sort();
  return JSON.stringify([inputs, nodes.map((node) => [node.id, node.layer, node.from, options(node.options)]), outputs]);
}

function checkMembers([first, ...more]: readonly Member[]): NetworkSpec {
  if (first === undefined) throw new RangeError('a population has no members; it should have at least one');
  for (const { id, layer } of first.spec.nodes) {
    if (isLayerName(layer) && layers[layer].stacked === true) continue;
    const known = Object.entries(layers).flatMap(([name, one]) => (one.stacked === true ? [name] : []));
    throw new NetworkError(id, `${layer} cannot be trained as a population; its layers may be ${known.join(', ')}`);
  }
  const shape = shapeOf(first.spec);
  const other = more.findIndex(({ spec }) => shapeOf(spec) !== shape);
  if (other !== -1) {
    const may = [...BEGINNINGS].join(', ');
    throw new RangeError(`member ${other + 1} is another network than member 0; members of a population may differ in ${may} alone`);
  }
  return first.spec;
}

/**
 * Builds a population. Member i begins with the weights with which `buildNetwork(members[i].spec, members[i].random)` begins.
 * @throws NetworkError where a layer works on one network at a time; RangeError where members are not alike.
 */
export function buildPopulation(members: readonly Member[]): Population {
  const spec = checkMembers(members);
  const descriptions = members.map((member) => describeNetwork(member.spec));
  const network = networkFrom(spec, describeNetwork(spec), (one, node) => {
    const size = sizeOf(one.shape);
    const data = new Float32Array(members.length * size);
    members.forEach(({ random }, i) => {
      const own = descriptions[i]?.nodes[node]?.variables.find(({ role }) => role === one.role) ?? one;
      data.set(drawVariable(own, random.fork(node).fork(one.role)), i * size);
    });
    return { shape: [members.length, ...one.shape], data };
  });
  return {
    ...network,
    members: members.length,
    scoresOf(member, x) {
      const weights = Object.fromEntries(network.variables.map(({ name, variable }) => [name, gather(variable, member)]));
      return squeeze(only(network.apply({ x }, { training: false, weights }).outputs, 'the outputs of a population'), [0]);
    },
  };
}
