/** A helper's side: trains its share of the members from whatever state it is given, and keeps nothing of it between two works. */
import { GivenUp } from '../still-wanted';
import { useBackend } from '../backends/backends';
import { CompiledRun, namedVariables } from '../compiled/compiled-run';
import { disposeModel } from '../compiled/weights';
import { buildModel, type AnyDefinition } from '../model/build-model';
import type { FromHelper, Piece, ToHelper } from './share-messages';
import { putState, sizesOf, takeState } from './share-state';

type Train = Extract<ToHelper, { type: 'train' }>;

export interface ShareServerOptions {
  readonly send: (message: FromHelper, transfer: readonly ArrayBuffer[]) => void;
  readonly loadDefinition: (demo: string) => Promise<AnyDefinition | undefined>;
  /** Lets messages in: resolves after those that wait have been handled. */
  readonly yieldToMessages: () => Promise<void>;
}

interface MadeShare {
  put(state: Float32Array): void;
  /** Trains so many steps and says what became of each member. */
  train(from: number, steps: number): Piece;
  dispose(): void;
}

export class ShareServer {
  /** What the share is of, as text: the same asked for again is there. */
  private of = '';
  private made: Promise<MadeShare> | undefined;
  /** Counts up with every work and every stop. */
  private turn = 0;

  constructor(private readonly options: ShareServerOptions) {}

  /** Takes a message. What fails is said. */
  receive(message: ToHelper): void {
    this.turn++;
    if (message.type === 'stop') return;
    const work = message.type === 'make' ? this.make(message) : this.train(message, this.turn);
    work.catch((error: unknown) => {
      if (error instanceof GivenUp) return;
      this.options.send({ type: 'failed', cause: error instanceof Error ? error.message : String(error) }, []);
    });
  }

  private async make(asked: Extract<ToHelper, { type: 'make' }>): Promise<void> {
    const of = JSON.stringify([asked.recipe, asked.share]);
    if (of !== this.of) {
      const before = this.made?.catch(() => undefined);
      this.made = this.build(asked);
      this.of = of;
      (await before)?.dispose();
    }
    await this.made;
    this.options.send({ type: 'made' }, []);
  }

  private async build({ recipe, share }: Extract<ToHelper, { type: 'make' }>): Promise<MadeShare> {
    const failure = await useBackend('compiled');
    if (failure !== undefined) throw new Error(failure.en);
    const createShare = (await this.options.loadDefinition(recipe.demo))?.createShare;
    if (createShare === undefined) throw new Error(`the model of "${recipe.demo}" cannot be made for a share of its members`);
    const { model } = await buildModel(recipe, { create: (options) => createShare(options, share) });
    const { members } = model;
    const count = share.to - share.from;
    if (members?.count !== count) throw new Error(`a share of ${count} members has ${members?.count ?? 'none'}`);
    const run = await CompiledRun.create(model);
    const sizes = sizesOf(namedVariables(model), count);
    const all = { from: 0, to: count };
    const last = run.array(members.loss);
    return {
      put: (state) => putState(run, sizes, all, state),
      train(from, steps) {
        const losses = new Float32Array(steps * count);
        for (let i = 0; i < steps; i++) {
          run.step(from + i);
          losses.set(last, i * count);
        }
        return { state: takeState(run, sizes, all), losses };
      },
      dispose: () => disposeModel(model),
    };
  }

  private async train({ work, state, from, pieces }: Train, turn: number): Promise<void> {
    const { options } = this;
    const share = await this.made;
    if (share === undefined) throw new Error('a share is trained that has not been made');
    share.put(state);
    let at = from;
    for (const steps of pieces) {
      if (turn !== this.turn) throw new GivenUp();
      const piece = share.train(at, steps);
      options.send({ type: 'piece', work, ...piece }, [piece.state.buffer as ArrayBuffer, piece.losses.buffer as ArrayBuffer]);
      at += steps;
      await options.yieldToMessages();
    }
  }
}
