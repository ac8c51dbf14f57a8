/** A helper's side: trains its share of the members from whatever state it is given, and keeps nothing of it between two works. */
import { useBackend } from '../backends/backends';
import { CompiledRun, namedVariables } from '../compiled/compiled-run';
import { disposeModel } from '../compiled/weights';
import { buildModel, type AnyDefinition } from '../model/build-model';
import type { FromHelper, ToHelper, Trained, Work } from './share-messages';
import { putState, sizesOf, takeState } from './share-state';

type Make = Extract<ToHelper, { type: 'make' }>;

export interface ShareServerOptions {
  readonly send: (message: FromHelper, transfer: readonly ArrayBuffer[]) => void;
  readonly loadDefinition: (demo: string) => Promise<AnyDefinition | undefined>;
}

interface MadeShare {
  train(state: Float32Array, work: Work): Trained;
  dispose(): void;
}

export class ShareServer {
  /** What the share is of, as text: the same asked for again is there. */
  private of = '';
  private made: Promise<MadeShare> | undefined;

  constructor(private readonly options: ShareServerOptions) {}

  /** Takes a message. What fails is said. */
  receive(message: ToHelper): void {
    const work = message.type === 'make' ? this.make(message) : this.train(message);
    work.catch((error: unknown) =>
      this.options.send({ type: 'failed', cause: error instanceof Error ? error.message : String(error) }, []),
    );
  }

  private async make(asked: Make): Promise<void> {
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

  private async build({ recipe, share }: Make): Promise<MadeShare> {
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
    return {
      train(state, { from, to, due }) {
        putState(run, sizes, all, state);
        const losses = new Float32Array((to - from) * count);
        const heldOut = new Float32Array(due.length * count);
        const last = run.array(members.loss);
        for (let step = from; step < to; step++) {
          run.step(step);
          losses.set(last, (step - from) * count);
          const place = due.indexOf(step + 1);
          if (place >= 0) heldOut.set(run.heldOutOfMembers(), place * count);
        }
        return { state: takeState(run, sizes, all), losses, heldOut };
      },
      dispose: () => disposeModel(model),
    };
  }

  private async train({ work, state, ...steps }: Extract<ToHelper, { type: 'train' }>): Promise<void> {
    const share = await this.made;
    if (share === undefined) throw new Error('a share is trained that has not been made');
    const trained = share.train(state, steps);
    const buffers = [trained.state, trained.losses, trained.heldOut].map(({ buffer }) => buffer as ArrayBuffer);
    this.options.send({ type: 'trained', work, ...trained }, buffers);
  }
}
