/** What a declaration can get wrong that its types cannot see, as sentences: for the build, the contract tests and `npm run check`. */
import { LANGS, type Text } from '../i18n/text';
import { formatValue, parseValue, resolveValues } from './resolve';
import type { Demo } from './declaration';

/** What a demo stands among. */
export interface Surroundings {
  /** Names of the pictures in `src/views`. */
  readonly views: readonly string[];
  /** Whether the demo's folder has a `view.tsx`. */
  readonly ownView: boolean;
  /** The chapters that are there or planned. */
  readonly chapters: readonly string[];
  /** The glossary's entries. */
  readonly terms: readonly string[];
}

const CHINESE = /[\u3400-\u9fff]/;

function listed(names: readonly string[]): string {
  return names.join(', ') || 'none';
}

/** All words of a declaration, with where they stand. */
function wordsOf(demo: Demo): readonly (readonly [string, Text])[] {
  return [
    ['title', demo.title],
    ['claim', demo.claim],
    ...Object.entries(demo.parameters).flatMap(([name, parameter]): [string, Text][] => [
      [`label of parameter "${name}"`, parameter.label],
      ...(parameter.help === undefined ? [] : [[`help of parameter "${name}"`, parameter.help] as [string, Text]]),
      ...('options' in parameter
        ? Object.entries(parameter.options).map(([option, label]): [string, Text] => [`option "${option}" of parameter "${name}"`, label])
        : []),
    ]),
    ...Object.entries(demo.presets ?? {}).map(([name, preset]): [string, Text] => [`title of preset "${name}"`, preset.title]),
    ...Object.entries(demo.metrics).map(([name, metric]): [string, Text] => [`label of metric "${name}"`, metric.label]),
    ...Object.entries(demo.metrics).flatMap(([name, { unit, also = [] }]) =>
      [unit, ...also.map((one) => one.unit)].flatMap((text): [string, Text][] =>
        text === undefined ? [] : [[`unit of metric "${name}"`, text]],
      ),
    ),
    ...demo.views.map((use): [string, Text] => [`title of picture "${use.view}"`, use.title]),
  ];
}

function wordFaults(demo: Demo): readonly string[] {
  const faults = wordsOf(demo).flatMap(([where, text]) => [
    ...LANGS.filter((lang) => text[lang].trim() === '').map((lang) => `${where} says nothing in "${lang}"`),
    ...(CHINESE.test(text.en) ? [`${where} is Chinese in "en": "${text.en}"`] : []),
  ]);
  const sentences: readonly (readonly [string, Text])[] = [
    ['title', demo.title],
    ['claim', demo.claim],
  ];
  return [...faults, ...sentences.flatMap(([where, { zh }]) => (CHINESE.test(zh) ? [] : [`${where} is not Chinese in "zh": "${zh}"`]))];
}

function parameterFaults({ parameters }: Demo, { terms }: Surroundings): readonly string[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const text = formatValue(parameter.value);
    const parsed = parseValue(parameter, text);
    const faults =
      'problem' in parsed ? [parsed.problem.en] : formatValue(parsed.value) === text ? [] : [`is read as ${formatValue(parsed.value)}`];
    const along = parameter.kind === 'choices' && parameters[parameter.along]?.kind !== 'sizes' ? parameter.along : undefined;
    const term = parameter.term === undefined || terms.includes(parameter.term) ? undefined : parameter.term;
    return [
      ...(term === undefined ? [] : [`parameter "${name}" points to "${term}", which is no entry of content/glossary.json`]),
      ...(parameter.help === undefined ? [`parameter "${name}" does not say what it does (help)`] : []),
      ...faults.map((fault) => `the default "${text}" of parameter "${name}": ${fault}`),
      ...(along === undefined ? [] : [`parameter "${name}" goes along "${along}", which is no parameter of kind sizes`]),
    ];
  });
}

function presetFaults(demo: Demo): readonly string[] {
  const presets = Object.entries(demo.presets ?? {});
  const faults = presets.flatMap(([name, { values }]) => {
    const texts = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, formatValue(value)]));
    return resolveValues(demo, texts).problems.map(({ parameter, message }) => `preset "${name}", "${parameter}": ${message.en}`);
  });
  if (demo.opens === undefined || presets.some(([name]) => name === demo.opens)) return faults;
  return [...faults, `opens with preset "${demo.opens}", which is none; there are: ${listed(presets.map(([name]) => name))}`];
}

function viewFaults(demo: Demo, { views, ownView }: Surroundings): readonly string[] {
  const unknown = demo.views.flatMap(({ view }) => {
    if (view === 'own') return ownView ? [] : ['view "own" is the demo’s view.tsx, which is missing'];
    return views.includes(view) ? [] : [`there is no view "${view}"; there are: ${listed([...views, 'own'])}`];
  });
  return demo.views.some(({ place }) => place === 'main')
    ? unknown
    : [...unknown, "one of the views needs place: 'main', the large picture"];
}

function ownDataFaults({ ownData, parameters }: Demo): readonly string[] {
  if (ownData?.kind !== 'text' || parameters[ownData.chosenBy]?.kind === 'choice') return [];
  return [`own data are a text in place of the one chosen by "${ownData.chosenBy}", which is no parameter of kind choice`];
}

/** All that is wrong in a declaration; each a sentence that says what would be right. */
export function declarationFaults(demo: Demo, surroundings: Surroundings): readonly string[] {
  const { chapters } = surroundings;
  return [
    ...wordFaults(demo),
    ...parameterFaults(demo, surroundings),
    ...presetFaults(demo),
    ...ownDataFaults(demo),
    ...(Object.hasOwn(demo.metrics, 'loss') ? [] : ['metrics need "loss": it is recorded at every step, and its label is given here']),
    ...(Number.isInteger(demo.steps) && demo.steps >= 1
      ? []
      : [`steps are ${demo.steps}: a whole number, 1 at least, after which a run that is played pauses`]),
    ...viewFaults(demo, surroundings),
    ...(chapters.includes(demo.chapter)
      ? []
      : [`chapter "${demo.chapter}" is neither in content/zh nor planned in src/site/chapters.ts; there are: ${listed(chapters)}`]),
  ];
}
