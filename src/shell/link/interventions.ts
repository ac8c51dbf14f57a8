/** What was done to a run, as text in a link: `120.set.learningRate.0.1~130.edit.hidden1/kernel.3.-0.5~140.off.hidden1.2`. */
import type { Intervention } from '../../engine/protocol';
import { formatValue, parseValue } from '../../demos/resolve';
import type { Demo } from '../../demos/declaration';
import { readStep, STEP } from './steps';

/** One intervention as one text or, where several values were set at once, several. Units are counted from 1, as readers do. */
export function formatIntervention(one: Intervention): string[] {
  switch (one.kind) {
    case 'edit':
      return [`${one.step}.edit.${one.variable}.${one.index}.${one.value}`];
    case 'set':
      return Object.entries(one.values).map(([name, value]) => `${one.step}.set.${name}.${formatValue(value)}`);
    case 'freeze':
      return [`${one.step}.${one.on ? 'freeze' : 'thaw'}.${one.layer}`];
    case 'unit':
      return [`${one.step}.${one.on ? 'on' : 'off'}.${one.layer}.${one.unit + 1}`];
    case 'reinitialise':
      return [`${one.step}.init.${one.layer}.${one.draw}`];
  }
}

const LAYER = String.raw`([\w/-]{1,80})`;
const EDIT = new RegExp(String.raw`^(${STEP})\.edit\.${LAYER}\.(\d{1,9})\.(-?\d[\d.e+-]{0,24})$`, 'i');
const SET = new RegExp(String.raw`^(${STEP})\.set\.(\w{1,40})\.(.{0,80})$`);
const FREEZE = new RegExp(String.raw`^(${STEP})\.(freeze|thaw)\.${LAYER}$`);
/** Of a layer, or of a value inside one: `off.cell#gates.3`. */
const UNIT = new RegExp(String.raw`^(${STEP})\.(on|off)\.([\w/#-]{1,80})\.(\d{1,9})$`);
const FRESH = new RegExp(String.raw`^(${STEP})\.init\.${LAYER}\.(\d{1,9})$`);

function parseEdit([, step, variable = '', index, text]: RegExpExecArray): Intervention | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? { kind: 'edit', step: Number(step), variable, index: Number(index), value } : undefined;
}

function parseSet(demo: Demo, [, step, name = '', text = '']: RegExpExecArray): Intervention | undefined {
  const parameter = Object.hasOwn(demo.parameters, name) ? demo.parameters[name] : undefined;
  if (parameter?.effect !== 'live') return undefined;
  const parsed = parseValue(parameter, text);
  return 'value' in parsed ? { kind: 'set', step: Number(step), values: { [name]: parsed.value } } : undefined;
}

/** Reads one intervention; undefined where the text is none. Whether the network has such a layer is for the worker to say. */
export function parseIntervention(demo: Demo, text: string): Intervention | undefined {
  const one = parseCounted(demo, text);
  return one === undefined || readStep(String(one.step)) === undefined ? undefined : one;
}

/** The same, whatever its step is. */
function parseCounted(demo: Demo, text: string): Intervention | undefined {
  const edit = EDIT.exec(text);
  if (edit !== null) return parseEdit(edit);
  const set = SET.exec(text);
  if (set !== null) return parseSet(demo, set);
  const [, frozenAt, freeze, frozen = ''] = FREEZE.exec(text) ?? [];
  if (freeze !== undefined) return { kind: 'freeze', step: Number(frozenAt), layer: frozen, on: freeze === 'freeze' };
  const [, switchedAt, switched, layer = '', unit] = UNIT.exec(text) ?? [];
  if (switched !== undefined && Number(unit) > 0)
    return { kind: 'unit', step: Number(switchedAt), layer, unit: Number(unit) - 1, on: switched === 'on' };
  const [, freshAt, fresh, draw] = FRESH.exec(text) ?? [];
  return fresh === undefined ? undefined : { kind: 'reinitialise', step: Number(freshAt), layer: fresh, draw: Number(draw) };
}
