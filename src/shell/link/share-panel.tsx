/** Link, embed snippet, pictures and metrics to take away. */
import { useState } from 'preact/hooks';
import { shellText } from '../../i18n/shell';
import { fill } from '../../i18n/text';
import type { RunRecord } from '../../engine/session-api';
import type { Controller } from '../controller';
import { longReplay } from '../duration';
import { formatLink, tooLong } from './link';
import { linkWordsOf } from '../own-data';
import { copyText, download, embedAddress, pageAddress, pngOf, standaloneSvg } from '../page';

/** The metrics of a run as CSV: a line for every step of which something is recorded, step 0 first. */
export function metricsCsv(record: RunRecord): string {
  const names = Object.keys(record.evaluated);
  const evaluations = new Map(record.evaluatedAt.map((step, i) => [step, i]));
  const losses = new Map(Array.from(record.lossAt, (step, i) => [step, record.loss[i]] as const));
  const steps = [...new Set([0, ...record.lossAt, ...record.evaluatedAt])].sort((a, b) => a - b);
  const lines = steps.map((step) => {
    const place = evaluations.get(step);
    const measured = names.map((name) => (place === undefined ? '' : String(record.evaluated[name]?.[place] ?? '')));
    return [String(step), String(losses.get(step) ?? ''), ...measured].join(',');
  });
  return `${[['step', 'loss', ...names].join(','), ...lines].join('\n')}\n`;
}

function Copyable({ label, text, lang }: { readonly label: string; readonly text: string; readonly lang: 'zh' | 'en' }) {
  const [copied, setCopied] = useState(false);
  return (
    <p class="gb-row">
      <label class="gb-grow">
        {label}
        <input type="text" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" class="gb-chip" onClick={() => void copyText(text).then(setCopied)}>
        {copied ? shellText.copied[lang] : shellText.copy[lang]}
      </button>
    </p>
  );
}

export function SharePanel({ controller, root }: { readonly controller: Controller; readonly root: () => Element | null }) {
  const { lang, loaded, session } = controller;
  const state = controller.linkState;
  const query = formatLink(loaded.demo, state);
  const long = tooLong(state);
  const ownWords = state.own === undefined ? undefined : linkWordsOf(state.own);
  const replay = longReplay(state.step ?? 0, session?.status?.stepsPerSecond, lang);
  const embed = `<iframe src="${embedAddress(loaded.id, lang, query)}" width="100%" height="720" style="border:0" title="${loaded.demo.title[lang]}"></iframe>`;
  const pictures = (): SVGSVGElement[] =>
    [...(root()?.querySelectorAll('svg[data-picture], svg[data-curves]') ?? [])].filter((one) => one instanceof SVGSVGElement);
  const save = (kind: 'svg' | 'png'): void => {
    pictures().forEach((svg, i) => {
      const name = `${loaded.id}-${i + 1}.${kind}`;
      if (kind === 'svg') download(name, standaloneSvg(svg), 'image/svg+xml');
      else void pngOf(svg).then((blob) => blob !== undefined && download(name, blob, 'image/png'));
    });
  };
  return (
    <div class="gb-share">
      <Copyable
        label={(long.own || long.interventions ? shellText.linkOther : shellText.link)[lang]}
        text={pageAddress(loaded.id, query)}
        lang={lang}
      />
      {replay !== undefined && <p class="gb-hint">{fill(shellText.linkLong[lang], { steps: state.step ?? 0, time: replay })}</p>}
      {ownWords !== undefined && <p class="gb-hint">{ownWords[lang]}</p>}
      {long.interventions && <p class="gb-hint">{shellText.linkNoChanges[lang]}</p>}
      <Copyable label={shellText.embed[lang]} text={embed} lang={lang} />
      <p class="gb-row">
        <button type="button" class="gb-chip" onClick={() => save('svg')}>
          {`${shellText.picture[lang]} SVG`}
        </button>
        <button type="button" class="gb-chip" onClick={() => save('png')}>
          {`${shellText.picture[lang]} PNG`}
        </button>
        <button
          type="button"
          class="gb-chip"
          disabled={session === undefined}
          onClick={() => session !== undefined && download(`${loaded.id}.csv`, metricsCsv(session.record), 'text/csv')}
        >
          {shellText.metricsCsv[lang]}
        </button>
      </p>
    </div>
  );
}
