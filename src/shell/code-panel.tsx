/** The present settings as a complete program in three frameworks. */
import { useEffect, useState } from 'preact/hooks';
import { loadOwnCode, loadProgram } from '../demos/load-code';
import { codeText } from '../i18n/code';
import { shellText } from '../i18n/shell';
import type { Controller } from './controller';
import { NotLoaded } from './not-loaded';
import { ownDataOf } from './own-data';
import { copyText } from './page';

const FRAMEWORKS = { tfjs: 'TensorFlow.js', keras: 'Keras', pytorch: 'PyTorch' } as const;
type Framework = keyof typeof FRAMEWORKS;

export function CodePanel({ controller, id }: { readonly controller: Controller; readonly id: string }) {
  const { lang, loaded, values, own: ownData } = controller;
  const [framework, setFramework] = useState<Framework>('pytorch');
  const [code, setCode] = useState('');
  const [failed, setFailed] = useState(false);
  const [copied, setCopied] = useState(false);
  const key = JSON.stringify([values, framework, lang]);
  useEffect(() => {
    let wanted = true;
    const print = async (): Promise<string> => {
      const own = await loadOwnCode(loaded.id);
      if (own !== undefined) return own(values as never, framework, lang);
      const [program, { printProgram }] = await Promise.all([
        loadProgram(loaded.id, values, ownDataOf(ownData)),
        import('../ml/blueprint/code'),
      ]);
      return program === undefined ? codeText.noProgram[lang] : printProgram(program, framework, lang);
    };
    setFailed(false);
    print().then(
      (text) => {
        if (wanted) setCode(text);
      },
      (error: unknown) => {
        if (wanted) setFailed(true);
        // A script that did not arrive is a TypeError; whatever else goes wrong is a fault of ours.
        if (!(error instanceof TypeError)) throw error;
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, ownData]);
  if (failed) return <NotLoaded controller={controller} text={codeText.notLoaded[lang]} />;
  return (
    <div class="gb-code">
      <div class="gb-row" role="group" aria-label={shellText.code[lang]}>
        {Object.entries(FRAMEWORKS).map(([name, label]) => (
          <button
            type="button"
            class="gb-chip"
            aria-pressed={name === framework}
            onClick={() => setFramework(name === 'tfjs' || name === 'keras' ? name : 'pytorch')}
            key={name}
          >
            {label}
          </button>
        ))}
        <button type="button" class="gb-chip" onClick={() => void copyText(code).then(setCopied)}>
          {copied ? shellText.copied[lang] : shellText.copy[lang]}
        </button>
      </div>
      <p class="gb-hint">{shellText.codeNote[lang]}</p>
      <pre tabIndex={0} id={`${id}-code`} role="region" aria-label={FRAMEWORKS[framework]}>
        <code>{code}</code>
      </pre>
    </div>
  );
}
