/** Beside a picture that takes the reader's own points: what a press in it paints, and a plane with nothing on it to begin with. */
import { dataText } from '../../../i18n/own-data';
import type { Controller } from '../../controller';
import { classNamesOf, paintLabels } from './own-rows';

/** The eraser among the labels. */
const ERASER = 'erase';

/** The labels that may be painted; none where what is drawn is a function. */
function labelsOf({ loaded, own, ownRows, session, recording }: Controller): readonly number[] {
  const classNames = classNamesOf(own);
  if (loaded.demo.ownData?.kind !== 'rows' || loaded.demo.ownData.columns.length !== 3) return [];
  if (classNames !== undefined) return classNames.map((_, label) => label);
  if (ownRows !== undefined && ownRows.length > 0) return paintLabels(ownRows.map(([, , label = 0]) => label));
  const points = (session?.frame ?? recording?.frame)?.arrays['points'];
  return paintLabels(Array.from(points?.data ?? []).filter((_, i) => i % 3 === 2));
}

/** A label as it is written on the page. */
function labelName(label: number, labels: readonly number[], names: readonly string[] | undefined): string {
  if (labels.includes(-1)) return label > 0 ? '+1' : '−1';
  return names?.[label] ?? String(label);
}

export function PaintBar({ controller, id, live }: { readonly controller: Controller; readonly id: string; readonly live: boolean }) {
  const { lang, loaded, own, ownRows } = controller;
  const classNames = classNamesOf(own);
  const { paint } = controller.shown;
  if (loaded.demo.ownData?.kind !== 'rows') return null;
  const labels = labelsOf(controller);
  const [first] = labels;
  const clear = (): void => {
    controller.attempt(controller.setRows([]));
    // So that the next press paints.
    if (first !== undefined && (paint === undefined || Number.isNaN(paint))) controller.frame.setPaint(first);
  };
  return (
    <p class="gb-row gb-paint-bar">
      <label for={`${id}-paint`}>{labels.length > 0 ? dataText.paint[lang] : dataText.draw[lang]}</label>
      <select
        id={`${id}-paint`}
        disabled={!live}
        value={paint === undefined ? '' : Number.isNaN(paint) ? ERASER : String(paint)}
        onChange={({ currentTarget: { value } }) =>
          controller.frame.setPaint(value === '' ? undefined : value === ERASER ? NaN : Number(value))
        }
      >
        <option value="">{dataText.paintOff[lang]}</option>
        {labels.length === 0 && <option value="1">{dataText.paintOn[lang]}</option>}
        {labels.map((label) => (
          <option value={String(label)} key={label}>
            {labelName(label, labels, classNames)}
          </option>
        ))}
        {labels.length > 0 && <option value={ERASER}>{dataText.paintErase[lang]}</option>}
      </select>
      {labels.length > 0 && (
        <button type="button" class="gb-chip" disabled={!live || ownRows?.length === 0} onClick={clear}>
          {dataText.emptyPlane[lang]}
        </button>
      )}
      {ownRows !== undefined && (
        <button type="button" class="gb-chip" onClick={() => controller.attempt(controller.setRows(undefined))}>
          {dataText.builtIn[lang]}
        </button>
      )}
    </p>
  );
}
