/** A layer as code in the three frameworks. */
import type { PrintedNode } from '../nodes';
import type { Penalties } from '../network/keras-weights';
import type { PrintedModule } from '../network/pytorch-windows';

/** Classes of a printed program's own, by the name with which a layer calls them, in lines. */
export type Helpers = Readonly<Record<string, readonly string[]>>;

/** A module of PyTorch, with what fills its weights; `module` is how it is reached. */
export interface ModuleCode {
  /** @param ofOne batches are of one sample. */
  readonly module: (one: PrintedNode, ofOne: boolean) => PrintedModule;
  readonly fill?: (one: PrintedNode, module: string) => readonly string[];
  /** What the names of its parameters end in that are kernels and no weight of an nn.Linear or nn.Conv2d. */
  readonly kernels?: readonly string[];
}

/** What a node computes without a module, written over the names of what feeds it. */
export interface ExpressionCode {
  readonly expression: (one: PrintedNode) => string;
}

export interface LayerCode {
  /** The layer applied to what feeds it: names, each of which is a symbolic tensor. */
  readonly tfjs: (one: PrintedNode, index: number, sources: readonly string[]) => string;
  /** @param from what feeds it: a name, or a list of names. */
  readonly keras: (one: PrintedNode, index: number, from: string, penalties: Penalties) => string;
  readonly pytorch: ModuleCode | ExpressionCode;
  readonly helpers?: { readonly tfjs?: Helpers; readonly keras?: Helpers; readonly pytorch?: Helpers };
}

/** Names as one argument: themselves, or a list of them. */
export function listed(sources: readonly string[]): string {
  return sources.length === 1 ? sources.join() : `[${sources.join(', ')}]`;
}

/** A module whose weight is its own. */
export function plainModule(code: string): PrintedModule {
  return { code, path: '' };
}
