/** Saving and loading the trained model. */
import { useState } from 'preact/hooks';
import { fill, type Text } from '../../i18n/text';
import { shellText } from '../../i18n/shell';
import { Refused } from '../../engine/waiting';
import type { Controller } from '../controller';
import { download } from '../page';

function textOf(error: unknown): Text {
  if (error instanceof Refused) return error.text;
  const cause = error instanceof Error ? error.message : String(error);
  return { zh: cause, en: cause };
}

/** The names of several outputs, in their order; undefined for one. */
function outputsText(outputs: readonly string[]): Promise<Text | undefined> {
  if (outputs.length < 2) return Promise.resolve(undefined);
  return import('../../i18n/models').then(({ modelText }) => ({
    zh: fill(modelText.outputs.zh, { count: outputs.length, names: outputs.join('、') }),
    en: fill(modelText.outputs.en, { count: outputs.length, names: outputs.join(', ') }),
  }));
}

export function ModelPanel({ controller }: { readonly controller: Controller }) {
  const { lang, session, loaded } = controller;
  const [message, setMessage] = useState<Text | undefined>(undefined);
  const guarded = (work: Promise<Text | undefined>): void =>
    void work.catch((error: unknown) => textOf(error)).then((said) => setMessage(said));
  const saveJson = async (): Promise<undefined> => {
    if (session === undefined) return;
    const { writeModel } = await import('./model-file');
    const { step, arrays } = await session.snapshot();
    download(`${loaded.id}.json`, writeModel({ ...session.recipe, values: session.values }, step, arrays), 'application/json');
  };
  const saveLayers = async (): Promise<Text | undefined> => {
    if (session === undefined) return;
    const { layersModelFiles } = await import('./layers-model');
    const { topology, weights } = await session.exportModel();
    const { json, binary } = layersModelFiles(topology, weights);
    download('model.json', json, 'application/json');
    download('weights.bin', binary, 'application/octet-stream');
    return outputsText(session.spec?.outputs ?? []);
  };
  const load = async (files: readonly File[]): Promise<Text> => {
    const { loadModel } = await import('./load-model');
    const read = files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
    return loadModel(controller, await Promise.all(read));
  };
  // Known of the recorded run before one is made.
  const hasNetwork = (session?.spec ?? loaded.recording?.spec) !== undefined;
  return (
    <div class="gb-model">
      <p class="gb-row">
        <button type="button" class="gb-chip" disabled={session === undefined} onClick={() => guarded(saveJson())}>
          {shellText.saveJson[lang]}
        </button>
        {hasNetwork && (
          <button type="button" class="gb-chip" disabled={session === undefined} onClick={() => guarded(saveLayers())}>
            {shellText.saveLayers[lang]}
          </button>
        )}
        <label class="gb-chip gb-file">
          {shellText.loadModel[lang]}
          <input
            type="file"
            multiple
            onChange={(event) => {
              const input = event.currentTarget;
              const files = [...(input.files ?? [])];
              // The same file may be chosen again, mended.
              input.value = '';
              if (files.length > 0) guarded(load(files));
            }}
          />
        </label>
      </p>
      <p class="gb-hint">{(hasNetwork ? shellText.loadModelHelp : shellText.noLayersModel)[lang]}</p>
      {message !== undefined && (
        <p class="gb-hint" role="status">
          {message[lang]}
        </p>
      )}
    </div>
  );
}
