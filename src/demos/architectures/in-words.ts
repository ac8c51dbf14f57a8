/** Numbers and layers of a published network in words. */
import { at } from '../../base/at';
import { architectureText as words } from './words';
import { fill, type Lang } from '../../i18n/text';
import type { NodeSpec, Shape } from '../../ml/blueprint/network-spec';
import { whole } from '../../i18n/whole';

/** Units and how far apart they are: by thousands in English, by ten thousands in Chinese. */
const UNITS = { en: { base: 1e3, names: ['', 'k', 'M', 'G', 'T'] }, zh: { base: 1e4, names: ['', '万', '亿', '万亿'] } } as const;

/** Three digits and a unit: 25.6M, 4.09G, in Chinese 2560万, 40.9亿; what fits a column. */
export function compact(value: number, lang: Lang): string {
  const { base, names } = UNITS[lang];
  if (!Number.isFinite(value) || value < base) return String(value);
  const most = names.length - 1;
  const power = Math.min(most, Math.floor(Math.log10(value) / Math.log10(base) + 1e-9));
  const scaled = value / base ** power;
  // 999.96k would be written 1,000k.
  const [shown, unit] = Number(scaled.toPrecision(3)) >= base ? [scaled / base, power + 1] : [scaled, power];
  return `${Number(shown.toPrecision(3))}${at(names, Math.min(most, unit))}`;
}

/** All digits, in threes. */
export function exact(value: number): string {
  return whole(value);
}

/** Bytes as kB or MB of 1,000. */
export function memory(bytes: number): string {
  return bytes < 1e6 ? `${Number((bytes / 1e3).toPrecision(3))} kB` : `${Number((bytes / 1e6).toPrecision(3))} MB`;
}

/** 56×56×256. */
export function shapeText(shape: Shape): string {
  return shape.join('×');
}

function windowText(value: NodeSpec['options'][string] | undefined): string {
  if (Array.isArray(value)) return value.join('×');
  return `${String(value)}×${String(value)}`;
}

/** What a layer is: its kind and the options that set it apart. */
export function layerText({ layer, options }: NodeSpec, lang: Lang): string {
  const { size, stride, padding, groups, rate, activation } = options;
  if (layer === 'activation') return String(activation);
  const name = Object.entries(words).find(([key]) => key === layer)?.[1][lang];
  if (name === undefined) return layer;
  const parts = [fill(name, { size: windowText(size), rate: String(rate) })];
  const pooled = layer === 'maxPool' || layer === 'averagePool';
  if (stride !== undefined || pooled) parts.push(fill(words.stride[lang], { stride: String(stride ?? size) }));
  if (padding !== undefined && padding !== 'valid') parts.push(fill(words.padding[lang], { padding: String(padding) }));
  if (groups !== undefined) parts.push(fill(words.groups[lang], { groups: String(groups) }));
  return parts.join(lang === 'zh' ? '，' : ', ');
}
