import type { Parents, PhrasingContent, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { fill } from '../../i18n/text';
import { siteText } from '../../i18n/site';
import { DRAWING_TAG } from './drawing-place';
import { become, paragraph, phrase, words } from './elements';
import { goalInWords } from '../../shell/challenge/goal-words';
import { attributeOf, labelOf, walk } from './nodes';
import { nameOf, type RenderContext } from './render-context';
import { renderPrediction } from './render-predict';

function takeLabel(node: ContainerDirective): readonly PhrasingContent[] {
  const label = labelOf(node);
  if (label === undefined) return [];
  node.children.shift();
  return label.children;
}

function setTitle(node: ContainerDirective, number: string | undefined, label: readonly PhrasingContent[]): void {
  const parts = number === undefined ? [] : [phrase('span', { className: 'gb-box-number' }, [words(number)])];
  const space = parts.length > 0 && label.length > 0 ? [words(' ')] : [];
  node.children.unshift(paragraph('p', { className: 'gb-box-title' }, [...parts, ...space, ...label]));
}

function fold(node: ContainerDirective, className: string, summary: readonly PhrasingContent[]): void {
  node.children.unshift(paragraph('summary', {}, summary));
  become(node, 'details', { className: `gb-fold ${className}` });
}

/** The demo that judges: `demo=` names a figure of the chapter, the page needs the id of that figure's demo. */
function judgeOf(node: ContainerDirective, { inventory }: RenderContext): string {
  const figure = attributeOf(node, 'demo');
  return inventory.demos.find(({ name }) => name === figure)?.demo ?? '';
}

function goalOf(goal: string, demo: string, { book, lang }: RenderContext): string {
  const declared = book.demos.get(demo);
  return declared === undefined ? goal : goalInWords(goal, declared, lang);
}

function renderChallenge(node: ContainerDirective, context: RenderContext): void {
  const { inventory, lang } = context;
  const target = inventory.byNode.get(node);
  const goal = attributeOf(node, 'goal') ?? '';
  const label = takeLabel(node);
  const figure = inventory.demos.find(({ name }) => name === attributeOf(node, 'demo'))?.node;
  const judge = phrase(
    'glassbox-challenge',
    {
      dataChallenge: `${context.chapter}/${attributeOf(node, 'id') ?? ''}`,
      dataTitle: target?.title ?? '',
      dataDemo: judgeOf(node, context),
      dataFigure: (figure && inventory.byNode.get(figure)?.anchor) ?? '',
      dataGoal: goal,
      dataLang: lang,
    },
    [],
  );
  const line = [words(`${siteText.goal[lang]}${lang === 'zh' ? '：' : ': '}${goalOf(goal, judgeOf(node, context), context)} `), judge];
  node.children.unshift(paragraph('p', { className: 'gb-goal' }, line));
  setTitle(node, target && nameOf(target, lang), label);
  become(node, 'section', { className: 'gb-box gb-challenge', id: target?.anchor ?? '' });
}

function renderFigure(node: ContainerDirective, { inventory, lang }: RenderContext): void {
  const target = inventory.byNode.get(node);
  const caption = takeLabel(node);
  const number = target === undefined ? '' : nameOf(target, lang);
  const drawing = attributeOf(node, 'drawing');
  if (drawing !== undefined) node.children.push(paragraph(DRAWING_TAG, { dataDrawing: drawing }, []));
  node.children.push(
    paragraph('figcaption', {}, [phrase('span', { className: 'gb-figure-number' }, [words(number)]), words(' '), ...caption]),
  );
  become(node, 'figure', { className: 'gb-figure', id: target?.anchor ?? '' });
}

function hintTitle(node: ContainerDirective, siblings: readonly unknown[], lang: RenderContext['lang']): string {
  const hints = siblings.filter((one) => isHint(one));
  return hints.length === 1 ? siteText.onlyHint[lang] : fill(siteText.hint[lang], { index: hints.indexOf(node) + 1 });
}

function isHint(node: unknown): boolean {
  return typeof node === 'object' && node !== null && 'name' in node && node.name === 'hint';
}

function isIn(parent: Parents | undefined, name: string): boolean {
  return parent?.type === 'containerDirective' && parent.name === name;
}

function renderBox(node: ContainerDirective, parent: Parents | undefined, context: RenderContext): void {
  const siblings = parent?.children ?? [];
  const { lang, inventory } = context;
  const target = inventory.byNode.get(node);
  switch (node.name) {
    case 'challenge':
      return renderChallenge(node, context);
    case 'figure':
      return renderFigure(node, context);
    case 'hint':
      return fold(node, 'gb-fold-hint', [words(hintTitle(node, siblings, lang))]);
    case 'answer':
      return fold(node, 'gb-fold-answer', [words(siteText[isIn(parent, 'predict') ? 'predictionAnswer' : 'answer'][lang])]);
    case 'predict':
      setTitle(node, target && nameOf(target, lang), takeLabel(node));
      renderPrediction(node, context);
      return become(node, 'section', { className: 'gb-box gb-predict', ...(target && { id: target.anchor }) });
    case 'details': {
      const label = takeLabel(node);
      return fold(node, 'gb-fold-details', label.length > 0 ? label : [words(siteText.details[lang])]);
    }
    case 'prerequisites':
    case 'summary': {
      const label = takeLabel(node);
      setTitle(node, undefined, label.length > 0 ? label : [words(siteText[node.name][lang])]);
      return become(node, 'section', { className: `gb-box gb-${node.name}` });
    }
    case 'note':
      setTitleWhereGiven(node);
      // A remark, and no landmark: a page may have many of them.
      return become(node, 'aside', { className: 'gb-box gb-note', role: 'note' });
    default:
      setTitle(node, target && nameOf(target, lang), takeLabel(node));
      become(node, 'section', { className: `gb-box gb-${node.name}`, ...(target && { id: target.anchor }) });
  }
}

function setTitleWhereGiven(node: ContainerDirective): void {
  const label = takeLabel(node);
  if (label.length > 0) setTitle(node, undefined, label);
}

/** Turns `:::box` into sections, asides, figures and folds with their numbers and titles. */
export function renderBoxes(tree: Root, context: RenderContext): void {
  for (const { node, parents } of [...walk(tree)]) {
    if (node.type === 'containerDirective') renderBox(node, parents.at(-1), context);
  }
}
