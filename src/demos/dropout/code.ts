/** The training as every program is printed, and then what is asked of both networks: with dropout off, or left on as it is set here. */
import { fill, type Lang } from '../../i18n/text';
import { printProgram } from '../../ml/blueprint/code';
import type { ValuesOf } from '../declaration';
import type demo from './demo';
import dropoutProgram from './program';
import { TIMES } from './setting';
import { dropoutText } from './words';

type Framework = 'tfjs' | 'keras' | 'pytorch';

/** The networks in the order of the program's outputs, and how their numbers are called. */
const NAMES = '"without dropout", "with dropout"';

/** Test losses of both, and how far the answers of the second spread. @param on whether dropout stays on. */
const ASKED: Readonly<Record<Framework, (on: boolean) => readonly string[]>> = {
  tfjs: (on) => [
    'const rest = tf.slice(x, [trainCount, 0]), labels = tf.slice(y, [trainCount, 0]);',
    `const asked = Array.from({ length: ${TIMES} }, () => model.apply(rest, { training: ${on} }));`,
    `[${NAMES}].forEach((name, i) => {`,
    "  console.log(name, 'test loss', tf.mean(tf.softplus(tf.neg(tf.mul(asked[0][i], labels)))).dataSync()[0]);",
    '});',
    'const answers = tf.stack(asked.map(([, dropped]) => tf.sigmoid(dropped)));',
    "console.log('spread', tf.sqrt(tf.mean(tf.moments(answers, 0).variance)).dataSync()[0]);",
  ],
  keras: (on) => [
    'rest, labels = x[train_count:], y[train_count:]',
    `asked = [model(rest, training=${on ? 'True' : 'False'}) for _ in range(${TIMES})]`,
    `for i, name in enumerate([${NAMES}]):`,
    '    print(name, "test loss", float(ops.mean(ops.softplus(-asked[0][i] * labels))))',
    'answers = ops.stack([ops.sigmoid(dropped) for _, dropped in asked])',
    'print("spread", float(ops.sqrt(ops.mean(ops.var(answers, axis=0)))))',
  ],
  pytorch: (on) => [
    on ? 'model.train()' : 'model.eval()',
    'with torch.no_grad():',
    '    rest, labels = x[train_count:], y[train_count:]',
    `    asked = [model(rest) for _ in range(${TIMES})]`,
    `    for i, name in enumerate([${NAMES}]):`,
    '        print(name, "test loss", F.softplus(-asked[0][:, i : i + 1] * labels).mean().item())',
    '    answers = torch.stack([torch.sigmoid(out[:, 1]) for out in asked])',
    '    print("spread", answers.var(dim=0, unbiased=False).mean().sqrt().item())',
  ],
};

export default function dropoutCode(values: ValuesOf<typeof demo>, framework: Framework, lang: Lang): string {
  const printed = printProgram(dropoutProgram(values), framework, lang).trimEnd();
  const words = fill((values.leftOn ? dropoutText.askedOn : dropoutText.askedOff)[lang], { times: TIMES });
  return [printed, '', `${framework === 'tfjs' ? '//' : '#'} ${words}`, ...ASKED[framework](values.leftOn), ''].join('\n');
}
