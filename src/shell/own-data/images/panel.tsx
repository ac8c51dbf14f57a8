/** The reader's own images: IDX files dropped, chosen, or of this site. Nothing leaves the page; nothing that was there is lost on an error. */
import { useState } from 'preact/hooks';
import { idxText } from '../../../i18n/idx';
import { dataPanelText, dataText } from '../../../i18n/own-data';
import { fill, type Text } from '../../../i18n/text';
import type { Controller } from '../../controller';
import { MOST_IDX_BYTES, readIdx, sayIdx } from './idx';
import { assembleImages, type NamedFile } from './assemble';
import { basePath } from '../../page';

/** MNIST's files, as a site keeps them in `public/data/`. */
const SITE_FILES = ['train-images-idx3-ubyte', 'train-labels-idx1-ubyte', 't10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'];
const MOST_FILES = 4;

interface Source {
  readonly name: string;
  readonly size: number;
  readonly bytes: () => Promise<ArrayBuffer>;
}

/** A file of this site, compressed or not; undefined where there is none. */
async function fromSite(name: string): Promise<Source | undefined> {
  for (const path of [name, `${name}.gz`]) {
    const answer = await fetch(`${basePath()}data/${path}`).catch(() => undefined);
    // Hosts that answer everything with a page have no such file either.
    if (answer?.ok !== true || /text\/html/.test(answer.headers.get('content-type') ?? '')) continue;
    const buffer = await answer.arrayBuffer();
    return { name: path, size: buffer.byteLength, bytes: () => Promise.resolve(buffer) };
  }
  return undefined;
}

export function ImageDataPanel({ controller }: { readonly controller: Controller }) {
  const { lang, loaded, own } = controller;
  const [files, setFiles] = useState<readonly NamedFile[]>([]);
  const [reading, setReading] = useState('');
  const [message, setMessage] = useState<{ readonly text: Text; readonly wrong: boolean } | undefined>(undefined);
  const ownImages = own?.kind === 'images' ? own : undefined;
  const { ownData } = loaded.demo;
  if (ownData?.kind !== 'images') return null;
  const fail = ({ zh, en }: Text): void =>
    setMessage({ text: { zh: `${zh}。${dataPanelText.kept.zh}`, en: `${en}. ${dataPanelText.kept.en}` }, wrong: true });

  const read = async (sources: readonly Source[]): Promise<readonly NamedFile[] | undefined> => {
    const found: NamedFile[] = [];
    for (const { name, size, bytes } of sources) {
      setReading(name);
      const result =
        size > MOST_IDX_BYTES ? { problem: sayIdx('large', { most: MOST_IDX_BYTES / 1e6 }) } : await readIdx(new Uint8Array(await bytes()));
      if ('problem' in result) {
        const { zh, en } = result.problem;
        fail({ zh: fill(idxText.inFile.zh, { name, problem: zh }), en: fill(idxText.inFile.en, { name, problem: en }) });
        return undefined;
      }
      found.push({ name, file: result.file });
    }
    return found;
  };
  /** Files that come one after the other go together until they are whole. */
  const take = async (sources: readonly Source[]): Promise<void> => {
    if (sources.length > MOST_FILES) {
      fail(sayIdx('tooMany', { count: sources.length }));
      return;
    }
    const found = await read(sources).finally(() => setReading(''));
    if (found === undefined) return;
    const names = new Set(found.map(({ name }) => name));
    const all = [...files.filter(({ name }) => !names.has(name)), ...found].slice(-MOST_FILES);
    const assembled = assembleImages(all, ownData);
    if ('problem' in assembled) {
      fail(assembled.problem);
      return;
    }
    if ('missing' in assembled) {
      setFiles(all);
      setMessage({ text: { zh: `${assembled.missing.zh}。`, en: `${assembled.missing.en}.` }, wrong: false });
      return;
    }
    setFiles([]);
    setMessage(undefined);
    controller.attempt(controller.setOwnData(assembled.images));
  };
  const chosen = (list: FileList | null | undefined): void => {
    const sources = Array.from(list ?? [], (file) => ({ name: file.name, size: file.size, bytes: () => file.arrayBuffer() }));
    if (sources.length > 0) void take(sources);
  };
  const takeSite = async (): Promise<void> => {
    const sources: Source[] = [];
    for (const name of SITE_FILES) {
      setReading(name);
      const source = await fromSite(name);
      if (source === undefined) {
        setReading('');
        fail(sayIdx('notOnSite', { name }));
        return;
      }
      sources.push(source);
    }
    await take(sources);
  };
  return (
    <div
      class="gb-data"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => (event.preventDefault(), chosen(event.dataTransfer?.files))}
    >
      <p>{idxText.drop[lang]}</p>
      <p class="gb-row">
        <label class="gb-chip gb-file">
          {idxText.choose[lang]}
          <input
            type="file"
            multiple
            onChange={({ currentTarget }) => {
              chosen(currentTarget.files);
              // So that the same file, mended, can be chosen again.
              currentTarget.value = '';
            }}
          />
        </label>
        <button type="button" class="gb-chip" onClick={() => void takeSite()}>
          {idxText.fromSite[lang]}
        </button>
        {ownImages !== undefined && (
          <button type="button" class="gb-chip" onClick={() => controller.attempt(controller.setOwnData(undefined))}>
            {dataText.builtIn[lang]}
          </button>
        )}
      </p>
      {reading !== '' && <p role="status">{fill(idxText.reading[lang], { name: reading })}</p>}
      {files.length > 0 && (
        <p>
          {fill(idxText.have[lang], {
            files: files
              .map(({ name, file }) =>
                fill(file.kind === 'images' ? idxText.imagesFile[lang] : idxText.labelsFile[lang], { name, count: file.count }),
              )
              .join(lang === 'zh' ? '、' : ', '),
          })}
        </p>
      )}
      {ownImages !== undefined && (
        <p role="status">
          {fill(idxText.inUse[lang], {
            // A knob may ask for fewer of them.
            train: Math.min(ownImages.testFrom, Number(controller.values['train'] ?? Infinity)),
            test: ownImages.labels.length - ownImages.testFrom,
            rows: ownImages.height,
            columns: ownImages.width,
            classes: ownImages.classes,
          })}
        </p>
      )}
      {message !== undefined && (
        <p class={message.wrong ? 'gb-problem' : undefined} role={message.wrong ? 'alert' : 'status'}>
          {message.text[lang]}
        </p>
      )}
      <p class="gb-hint">{idxText.drawingHint[lang]}</p>
    </div>
  );
}
