/** Computes the same thing once: nodes with the same operation on the same inputs are one. */
import { Graph } from '../graph/graph';
import type { Node, Operation, Shape } from '../graph/node';
import { Numbering } from '../graph/text';

/** A graph in which there is nothing twice; constants are the same where their numbers are in the same array. */
export class SharingGraph extends Graph {
  private readonly numbering = new Numbering();
  private readonly known = new Map<string, Node>();

  override make(operation: Operation, inputs: readonly Node[], shape: Shape): Node {
    let key = `${this.numbering.operation(operation)} ${this.numbering.shape(shape)}`;
    for (const { id } of inputs) key += ` ${id}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const made = super.make(operation, inputs, shape);
    this.known.set(key, made);
    return made;
  }
}
