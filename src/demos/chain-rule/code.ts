/** The descent on an expression's variables as a complete program in three frameworks. */
import { codeText } from '../../i18n/code';
import { fill, type Lang } from '../../i18n/text';
import { parseBindings } from '../../ml/expression/bindings';
import { everyPart, type Expression, type FunctionName } from '../../ml/expression/expression';
import { graphOf } from '../../ml/expression/graph';
import { parseExpression } from '../../ml/expression/parse';
import type { ValuesOf } from '../declaration';
import type demo from './demo';

type Framework = 'tfjs' | 'keras' | 'pytorch';

const STEPS = 60;
const JS_OPERATORS = { '+': 'add', '-': 'sub', '*': 'mul', '/': 'div', '^': 'pow' } as const;
const PAIRWISE = { max: 'maximum', min: 'minimum' } as const;
/** How each framework calls the functions whose names differ. */
const PYTHON_NAMES = {
  keras: { log: 'math.log', sigmoid: 'sigmoid', relu: 'nn.relu' },
  pytorch: {},
} as const satisfies Record<string, Partial<Record<FunctionName, string>>>;

function isPairwise(name: FunctionName): name is keyof typeof PAIRWISE {
  return name === 'max' || name === 'min';
}

/** An expression of `tf` calls; variables are fields of `v`. */
function inJavaScript(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return `tf.scalar(${expression.value})`;
    case 'name':
      return `v.${expression.name}`;
    case 'unary':
      return `tf.neg(${inJavaScript(expression.operand)})`;
    case 'binary': {
      const { operator, left, right } = expression;
      const name = Object.entries(JS_OPERATORS).find(([sign]) => sign === operator)?.[1] ?? operator;
      return `tf.${name}(${inJavaScript(left)}, ${inJavaScript(right)})`;
    }
    case 'call': {
      const { name } = expression;
      const parts = expression.parts.map(inJavaScript);
      return isPairwise(name) ? parts.reduce((a, b) => `tf.${PAIRWISE[name]}(${a}, ${b})`) : `tf.${name}(${parts.join(', ')})`;
    }
    case 'measure':
    case 'test':
      throw new RangeError('a condition has no value to descend on');
  }
}

/** A Python expression over tensors of `library`; variables are entries of `v`, and numbers within calls are made tensors. */
function inPython(expression: Expression, framework: 'keras' | 'pytorch'): string {
  const library = framework === 'keras' ? 'tf' : 'torch';
  const tensorOf = (part: Expression): string => {
    const text = inPython(part, framework);
    const constant = !everyPart(part).some(({ kind }) => kind === 'name' || kind === 'call');
    if (!constant) return text;
    return framework === 'keras' ? `tf.constant(float(${text}))` : `torch.tensor(float(${text}))`;
  };
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return `v["${expression.name}"]`;
    case 'unary':
      return `(-${inPython(expression.operand, framework)})`;
    case 'binary': {
      const operator = expression.operator === '^' ? '**' : expression.operator;
      return `(${inPython(expression.left, framework)} ${operator} ${inPython(expression.right, framework)})`;
    }
    case 'call': {
      const { name } = expression;
      const parts = expression.parts.map(tensorOf);
      if (isPairwise(name)) return parts.reduce((a, b) => `${library}.${PAIRWISE[name]}(${a}, ${b})`);
      const names: Partial<Record<FunctionName, string>> = PYTHON_NAMES[framework];
      return `${library}.${names[name] ?? name}(${parts.join(', ')})`;
    }
    case 'measure':
    case 'test':
      throw new RangeError('a condition has no value to descend on');
  }
}

interface Descent {
  readonly expression: Expression;
  readonly start: readonly (readonly [string, number])[];
  readonly goal: number;
  readonly learningRate: number;
}

function javaScript({ expression, start, goal, learningRate }: Descent): string[] {
  return [
    `import * as tf from '@tensorflow/tfjs';`,
    '',
    `const v = {`,
    ...start.map(([name, value]) => `  ${name}: tf.variable(tf.scalar(${value})),`),
    `};`,
    `const result = () => ${inJavaScript(expression)};`,
    `const optimizer = tf.train.sgd(${learningRate});`,
    `for (let step = 0; step < ${STEPS}; step++) {`,
    `  optimizer.minimize(() => tf.mul(0.5, tf.square(tf.sub(result(), ${goal}))));`,
    `  console.log(step + 1, tf.tidy(() => result().dataSync()[0]));`,
    `}`,
  ];
}

function pytorch({ expression, start, goal, learningRate }: Descent): string[] {
  return [
    'import torch',
    '',
    'v = {',
    ...start.map(([name, value]) => `    "${name}": torch.tensor(float(${value}), requires_grad=True),`),
    '}',
    'result = lambda: ' + inPython(expression, 'pytorch'),
    `optimizer = torch.optim.SGD(v.values(), lr=${learningRate})`,
    `for step in range(${STEPS}):`,
    '    optimizer.zero_grad()',
    `    (0.5 * (result() - ${goal}) ** 2).backward()`,
    '    optimizer.step()',
    '    print(step + 1, result().item(), {name: x.grad.item() for name, x in v.items()})',
  ];
}

function keras({ expression, start, goal, learningRate }: Descent): string[] {
  return [
    'import tensorflow as tf',
    'import keras',
    '',
    'v = {',
    ...start.map(([name, value]) => `    "${name}": tf.Variable(float(${value})),`),
    '}',
    'result = lambda: ' + inPython(expression, 'keras'),
    `optimizer = keras.optimizers.SGD(${learningRate})`,
    'variables = list(v.values())',
    `for step in range(${STEPS}):`,
    '    with tf.GradientTape() as tape:',
    `        loss = 0.5 * (result() - ${goal}) ** 2`,
    '    gradients = tape.gradient(loss, variables)',
    '    for variable, gradient in zip(variables, gradients):',
    '        variable.assign_sub(optimizer.learning_rate * gradient)',
    '    print(step + 1, result().numpy(), [gradient.numpy() for gradient in gradients])',
  ];
}

/** Prints the program at the present values; an expression that does not parse gives its problem in words. */
export default function chainRuleCode(values: ValuesOf<typeof demo>, framework: Framework, lang: Lang): string {
  const parsed = parseExpression(values.expression);
  const given = parseBindings(values.start);
  if ('problem' in parsed) return parsed.problem[lang];
  if ('problem' in given) return given.problem[lang];
  const { expression } = parsed;
  const start = graphOf(expression).variables.map((name) => [name, given.bindings[name] ?? 1] as const);
  const descent: Descent = { expression, start, goal: values.goal, learningRate: Number(values.learningRate.toPrecision(6)) };
  const title = fill(codeText.title[lang], { name: `t = ${values.expression}` });
  const lines = { tfjs: javaScript, keras, pytorch }[framework](descent);
  return [`${framework === 'tfjs' ? '//' : '#'} ${title}`, ...lines, ''].join('\n');
}
