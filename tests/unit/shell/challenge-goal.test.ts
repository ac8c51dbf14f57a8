import { describe, expect, it } from 'vitest';
import { parseGoal, reaches } from '../../../src/shell/challenge-goal';
import { quantitiesNow } from '../../../src/shell/challenge-quantities';

const KNOWN = ['testLoss', 'hiddenUnits', 'step'];

function goalOf(text: string) {
  const parsed = parseGoal(text, KNOWN);
  if ('problem' in parsed) throw new Error(parsed.problem.en);
  return parsed.goal;
}

describe('a goal', () => {
  it('holds where all comparisons of a group hold, and `and` binds closer than `or`', () => {
    const goal = goalOf('testLoss < 0.1 and hiddenUnits <= 8 or step == 3');
    expect(reaches(goal, { testLoss: 0.05, hiddenUnits: 8, step: 1 })).toBe(true);
    expect(reaches(goal, { testLoss: 0.05, hiddenUnits: 9, step: 1 })).toBe(false);
    expect(reaches(goal, { testLoss: 5, hiddenUnits: 9, step: 3 })).toBe(true);
    expect(reaches(goal, {})).toBe(false);
    expect(reaches(goalOf('testLoss < 0.1'), { testLoss: NaN })).toBe(false);
  });

  it.each([
    ['', 1, 'the goal is empty'],
    ['testLoss is small', 1, 'column 1: should be'],
    ['testLoss < 1 and  nonsense > 2', 19, 'column 19: there is no quantity "nonsense"; there are testLoss, hiddenUnits, step'],
    ['testLoss < 1 and', 17, 'column 17: should be'],
    ['testLoss < alert(1)', 1, 'column 1: should be'],
  ])('"%s" is refused at column %i', (text, column, message) => {
    const parsed = parseGoal(text, KNOWN);
    expect('problem' in parsed && parsed.column).toBe(column);
    expect('problem' in parsed && parsed.problem.en).toContain(message);
  });

  it('is judged by metrics, parameters and the network itself', () => {
    const spec = {
      name: 'n',
      inputs: { x: [2] },
      nodes: [
        { id: 'hidden1', layer: 'dense', from: ['x'], options: { units: 3 } },
        { id: 'output', layer: 'dense', from: ['hidden1'], options: { units: 1 } },
      ],
      outputs: ['output'],
    };
    expect(quantitiesNow({ metrics: { testLoss: 0.2 }, params: { learningRate: 0.1, hidden: [3] }, cursor: 7, spec })).toEqual({
      learningRate: 0.1,
      testLoss: 0.2,
      step: 7,
      parameters: 13,
      hiddenLayers: 1,
      hiddenUnits: 3,
    });
  });
});
