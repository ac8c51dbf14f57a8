/** Commands that ask something about a run, and their answers. */
import type { Command, Report } from '../protocol';
import { ask, askPast } from './run/ask';
import { measureAll } from './backends/choose';
import type { AnyDefinition } from './model/build-model';
import { exportLayersModel } from './model/export-model';
import { probe } from './look/probe';
import type { Run } from './run/run';
import { GivenUp, type StillWanted } from './still-wanted';

type Question = Extract<Command, { type: 'probe' | 'measure' | 'export' | 'ask' }>;

export interface Asked {
  readonly run: Run;
  readonly definition: () => Promise<AnyDefinition>;
  readonly stillWanted: StillWanted;
  readonly send: (report: Report) => void;
}

/** Looks into the run, times its model on every backend, or makes a file of it. Throws what cannot be answered. */
export async function answer(question: Question, { run: { id, trainer }, definition, stillWanted, send }: Asked): Promise<Report> {
  const { number } = question;
  switch (question.type) {
    case 'probe':
      return { type: 'probed', run: id, number, probe: await probe(trainer, question.layers, question.snapshot) };
    case 'measure': {
      const progress = (fraction: number): void => send({ type: 'progress', run: id, phase: 'measuring', fraction });
      return { type: 'measured', run: id, number, measured: await measureAll(trainer.recipe, await definition(), stillWanted, progress) };
    }
    case 'ask': {
      const { past } = question;
      const answered = { type: 'answered', run: id, number, step: past?.step ?? trainer.step } as const;
      try {
        const arrays = past === undefined ? ask(trainer, question, stillWanted) : askPast(trainer, question, past, stillWanted);
        return { ...answered, arrays: await arrays };
      } catch (error) {
        if (error instanceof GivenUp) return answered;
        throw error;
      }
    }
    case 'export': {
      const { topology, weights } = await exportLayersModel(trainer.model);
      return { type: 'exported', run: id, number, topology, weights };
    }
  }
}
