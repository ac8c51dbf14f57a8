/** Saving and loading the trained model. */
import { useState } from 'preact/hooks';
import type { Text } from '../i18n/text';
import { shellText } from '../i18n/shell';
import { Refused } from '../engine/waiting';
import type { Controller } from './controller';
import { layersModelFiles, readModel, settingsOf, writeModel } from './model-file';
import { download } from './page';

function textOf(error: unknown): Text {
  if (error instanceof Refused) return error.text;
  const cause = error instanceof Error ? error.message : String(error);
  return { zh: cause, en: cause };
}

export function ModelPanel({ controller }: { readonly controller: Controller }) {
  const { lang, session, loaded } = controller;
  const [message, setMessage] = useState<Text | undefined>(undefined);
  const guarded = (work: Promise<void>): void => void work.catch((error: unknown) => setMessage(textOf(error)));
  const saveJson = async (): Promise<void> => {
    if (session === undefined) return;
    const { step, arrays } = await session.snapshot();
    download(`${loaded.id}.json`, writeModel({ ...session.recipe, values: session.values }, step, arrays), 'application/json');
  };
  const saveLayers = async (): Promise<void> => {
    if (session === undefined) return;
    const { topology, weights } = await session.exportModel();
    const { json, binary } = layersModelFiles(topology, weights);
    download('model.json', json, 'application/json');
    download('weights.bin', binary, 'application/octet-stream');
  };
  const load = async (file: File): Promise<void> => {
    const result = readModel(await file.text(), loaded.id);
    if ('problem' in result) {
      setMessage(result.problem);
      return;
    }
    const settings = settingsOf(loaded.demo, result.values);
    if ('problem' in settings) {
      setMessage(settings.problem);
      return;
    }
    await controller.set(settings.values);
    // The seed makes the data: with another, test points would be some that the model was trained on.
    if (Number.isInteger(result.seed) && result.seed >= 0 && result.seed !== controller.seed) await controller.setSeed(result.seed);
    await controller.session?.load(result.arrays);
    setMessage(shellText.modelLoaded);
  };
  return (
    <div class="gb-model">
      <p class="gb-row">
        <button type="button" class="gb-chip" disabled={session === undefined} onClick={() => guarded(saveJson())}>
          {shellText.saveJson[lang]}
        </button>
        <button type="button" class="gb-chip" disabled={session === undefined} onClick={() => guarded(saveLayers())}>
          {shellText.saveLayers[lang]}
        </button>
        <label class="gb-chip gb-file">
          {shellText.loadJson[lang]}
          <input
            type="file"
            accept=".json,application/json"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file !== undefined) guarded(load(file));
            }}
          />
        </label>
      </p>
      {message !== undefined && (
        <p class="gb-hint" role="status">
          {message[lang]}
        </p>
      )}
    </div>
  );
}
