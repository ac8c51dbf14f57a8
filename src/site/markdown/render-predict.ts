import type { PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { fill } from '../../i18n/text';
import { siteText } from '../../i18n/site';
import { letterOf } from '../../shell/predict/stretches';
import { become, paragraph, phrase, words } from './elements';
import { attributeOf } from './nodes';
import { readPrediction, type Prediction } from './predict';
import { nameOf, type RenderContext } from './render-context';
import { runLink } from './render-measured';

/** What the run gives, and the way to it: the first line of the answer. A page that has shown the run itself needs the way alone. */
function saidLine(node: ContainerDirective, { run, right }: Prediction, context: RenderContext): readonly PhrasingContent[] {
  const { lang, inventory } = context;
  const number = (attributeOf(node, 'says') ?? '').replace('-', '−').replace(/\s*%/, lang === 'zh' ? '%' : ' %');
  const said = right === undefined ? siteText.predictionSays : siteText.predictionRight;
  const link = runLink(run, context);
  const figure = inventory.demos.find((use) => use.demo === run.demo);
  const target = figure === undefined ? undefined : inventory.byNode.get(figure.node);
  const open =
    target === undefined ? siteText.predictionRun[lang] : fill(siteText.predictionFigure[lang], { figure: nameOf(target, lang) });
  const letter = letterOf(right ?? 0);
  return [
    ...(number === '' ? [] : [phrase('span', { className: 'gb-predict-said' }, [words(fill(said[lang], { number, letter }))])]),
    ...(link === undefined ? [] : [phrase('a', { className: 'gb-predict-run', ...link }, [words(open)])]),
  ];
}

/** Turns a prediction into a section: question, answers, the element that asks, and what the run gives, folded. */
export function renderPrediction(node: ContainerDirective, context: RenderContext): void {
  const read = readPrediction(node, context.book.demos);
  if (!('prediction' in read)) return;
  const { prediction } = read;
  const id = attributeOf(node, 'id') ?? '';
  const ask = paragraph(
    'glassbox-predict',
    {
      className: 'not-content',
      dataPredict: `${context.chapter}/${id}`,
      dataLang: context.lang,
      dataQuestion: JSON.stringify(prediction.question),
    },
    [],
  );
  const answer = node.children.findIndex((child) => child.type === 'containerDirective' && child.name === 'answer');
  const list = node.children.findLast((child) => child.type === 'list');
  if (prediction.kind === 'choice' && list !== undefined) become(list, 'ol', { className: 'gb-predict-answers', type: 'A' });
  const folded = node.children[answer];
  const line = saidLine(node, prediction, context);
  if (folded?.type === 'containerDirective' && line.length > 0) folded.children.unshift(paragraph('p', {}, line));
  node.children.splice(answer, 0, ask);
}
