/** One picture of a demo: drawn from the record at the cursor, described in words, its place kept before there is anything to draw. */
import type { ViewUse } from '../../demos/declaration';
import { shellText } from '../../i18n/shell';
import { labelled } from '../../i18n/text';
import type { View, ViewSource } from '../../views/view';
import type { Controller } from '../controller';
import { formsOf, type Form, type Place } from './picture-form';
import { perform } from './view-actions';

interface PictureProps {
  readonly controller: Controller;
  readonly use: ViewUse;
  readonly view: View<unknown>;
  readonly source: ViewSource | undefined;
  /** A picture that does not have the figure to itself has the narrow form alone. */
  readonly place: Place;
  /** The form that fits the place; undefined at build, where the place is not known: then all are drawn, and CSS shows one. */
  readonly form?: Form | undefined;
  readonly id: string;
  readonly touchable: boolean;
  /** Whose picture it is, where there are two of them. */
  readonly caption?: string | undefined;
}

export function Picture({ controller, use, view, source, place, form, id, touchable, caption }: PictureProps) {
  const { lang } = controller;
  const data = source === undefined ? undefined : view.read(source, use.options ?? {});
  const words = data === undefined ? shellText.notThere[lang] : view.describe(data, lang);
  const title = caption === undefined ? use.title[lang] : `${use.title[lang]} · ${caption}`;
  return (
    <div class={`gb-picture gb-picture-${place === 'full' ? 'full' : 'half'} gb-picture-${use.view}`}>
      <p class={`gb-picture-title${caption === undefined ? '' : ' gb-captioned'}`}>{title}</p>
      {formsOf(view, place, form).map(({ name, width, height }) => (
        <svg
          viewBox={`0 0 ${width} ${height}`}
          class={`gb-svg gb-form-${name}`}
          style={{ '--gb-aspect': (width / height).toFixed(4) }}
          role={touchable ? 'group' : 'img'}
          aria-label={labelled(title, words, lang)}
          data-picture={id}
          key={name}
        >
          {data === undefined ? (
            <text x={width / 2} y={height / 2} text-anchor="middle" class="gb-label">
              {words}
            </text>
          ) : (
            <view.Picture
              data={data}
              lang={lang}
              width={width}
              height={height}
              id={`${id}-${name}`}
              act={touchable ? (action) => perform(controller, action) : undefined}
            />
          )}
        </svg>
      ))}
    </div>
  );
}

/** The numbers of every picture as tables, for those who cannot see them and those who want them. */
export function PictureTables({ controller, source }: { readonly controller: Controller; readonly source: ViewSource | undefined }) {
  const { lang, loaded } = controller;
  return (
    <>
      {loaded.demo.views.map((use, i) => {
        const view = loaded.views[i];
        const data = source === undefined || view === undefined ? undefined : view.read(source, use.options ?? {});
        if (view === undefined || data === undefined) return null;
        const table = view.table(data, lang);
        return (
          <div class="gb-table" tabIndex={0} role="region" aria-label={use.title[lang]} key={`${use.view}-${i}`}>
            <table>
              <caption>{`${use.title[lang]}${lang === 'zh' ? '\uFF1A' : ': '}${view.describe(data, lang)}`}</caption>
              <thead>
                <tr>
                  {table.head.map((cell, j) => (
                    <th scope="col" key={j}>
                      {cell}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, j) => (
                  <tr key={j}>
                    {row.map((cell, k) => (
                      <td key={k}>{cell}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </>
  );
}
