/** The parts of an expression that have no operator of their own: numbers, names, calls, quantities of a layer, brackets. */
import { arityOf, FUNCTION_NAMES, givenBy, isFunctionName, type Expression, type FunctionName, type Vocabulary } from './expression';
import { Mistake, perhaps } from './mistake';
import { called, type Reader } from './reader';

/** Words that no name can be, in any case. */
const WORDS = ['and', 'or', 'not', 'is', 'NaN', 'finite'] as const;

function functionsOf({ functions = FUNCTION_NAMES }: Vocabulary): readonly FunctionName[] {
  return functions;
}

/** The layers that a quantity can be asked about; undefined where there is no such quantity. */
function layersFor(name: string, { measures = {} }: Vocabulary): readonly string[] | 'any' | undefined {
  return Object.hasOwn(measures, name) ? measures[name] : undefined;
}

function readNumber(reader: Reader): Expression {
  const { column } = reader;
  const { text } = reader.take();
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Mistake('numberTooLarge', column, { text });
  return { kind: 'number', value, column };
}

/** A layer's name to show as an example. */
function someLayer(layers: readonly string[] | 'any'): string | undefined {
  return layers === 'any' ? 'hidden1' : layers[0];
}

function readMeasure(reader: Reader, name: string, layers: readonly string[] | 'any', column: number): Expression {
  const first = someLayer(layers);
  if (first === undefined) throw new Mistake('noLayers', column, { name });
  const opened = reader.column;
  reader.take();
  const { text: layer, column: at } = reader.upToClose(opened);
  if (layer === '') throw new Mistake('missingLayer', at, { name, right: `${name}(${first})` });
  if (layers !== 'any' && !layers.includes(layer)) {
    throw new Mistake('unknownLayer', at, { name, layer, perhaps: perhaps(layer, layers), known: layers.join(', ') });
  }
  return { kind: 'measure', name, layer, column };
}

function readCall(reader: Reader, name: FunctionName, column: number, inside: () => Expression): Expression {
  const opened = reader.column;
  reader.take();
  const parts: Expression[] = [];
  if (!reader.isNext(')')) {
    do {
      const part = inside();
      if (givenBy(part) !== 'number') throw new Mistake('wantsNumber', part.column, { operator: name });
      parts.push(part);
    } while (reader.takeIf(','));
  }
  reader.close(opened);
  const { least, most } = arityOf(name);
  const count = parts.length;
  if (count < least) throw new Mistake('tooFewParts', column, { name, least, count });
  if (count > most) throw new Mistake('tooManyParts', column, { name, most, count });
  return { kind: 'call', name, parts, column };
}

/** A name that a bracket follows. */
function readCalled(reader: Reader, name: string, column: number, vocabulary: Vocabulary, inside: () => Expression): Expression {
  const layers = layersFor(name, vocabulary);
  if (layers !== undefined) return readMeasure(reader, name, layers, column);
  const functions = functionsOf(vocabulary);
  if (isFunctionName(name) && functions.includes(name)) return readCall(reader, name, column, inside);
  if (vocabulary.names?.includes(name) === true) throw reader.operatorMissing();
  const known = [...functions, ...Object.keys(vocabulary.measures ?? {})];
  throw new Mistake('unknownFunction', column, { name, perhaps: perhaps(name, known), known: known.join(', ') });
}

function readName(reader: Reader, vocabulary: Vocabulary, inside: () => Expression): Expression {
  const { column } = reader;
  const { text: name } = reader.take();
  if (WORDS.some((word) => word.toLowerCase() === name.toLowerCase())) throw new Mistake('reserved', column, { name });
  if (reader.isNext('(')) return readCalled(reader, name, column, vocabulary, inside);
  const { names } = vocabulary;
  if (names?.includes(name) === true) return { kind: 'name', name, column };
  if (isFunctionName(name))
    throw new Mistake('needsBrackets', column, { name, right: `${name}(${arityOf(name).least > 1 ? 'x, y' : 'x'})` });
  // Any name does: also one that is a layer's quantity with brackets, and the whole network's without.
  if (names === undefined) return { kind: 'name', name, column };
  const layers = layersFor(name, vocabulary);
  if (layers !== undefined) throw new Mistake('needsBrackets', column, { name, right: `${name}(${someLayer(layers) ?? '…'})` });
  throw new Mistake('unknownName', column, { name, perhaps: perhaps(name, names), known: names.join(', ') });
}

/**
 * Reads one such part.
 * @param inside reads a whole expression, for what stands in brackets.
 */
export function readAtom(reader: Reader, vocabulary: Vocabulary, inside: () => Expression): Expression {
  const { kind } = reader.peek();
  if (kind === 'number') return readNumber(reader);
  if (kind === 'name') return readName(reader, vocabulary, inside);
  reader.refuseSign();
  const opened = reader.column;
  if (!reader.takeIf('(')) throw new Mistake('operand', reader.column, { found: called(reader.peek()) });
  const expression = inside();
  reader.close(opened);
  return expression;
}
