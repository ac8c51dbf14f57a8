import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import view from '../../../src/demos/architectures/view';
import { publishedOf } from '../../../src/demos/architectures/published';
import { LANGS } from '../../../src/i18n/text';
import { architectures } from '../../../src/ml/blueprint/architectures';

describe('in a phone’s column', () => {
  it.each([...architectures.keys()])('the parts of %s are named in full, and the buttons for whole levels say what they do', (name) => {
    const data = publishedOf({ architecture: name });
    if (data === undefined) throw new Error(`"${name}" is not shown`);
    for (const lang of LANGS) {
      // As high as it takes for every row to be drawn.
      const picture = render(
        <svg>
          <view.Picture data={data} lang={lang} width={340} height={3000} id="picture" act={() => undefined} />
        </svg>,
      );
      expect(picture).not.toContain('…');
      expect(picture).toContain(lang === 'zh' ? '打开 0 层' : 'levels open: 0');
    }
  });
});
