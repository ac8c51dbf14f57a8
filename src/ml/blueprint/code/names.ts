/** Names in printed programs: a network's nodes are called after their ids, and never as anything else in the program is. */
import type { NetworkSpec } from '../network-spec';

/** The names under which a program holds what its network takes; the network's inputs of these names are called so, too. */
const GIVEN: readonly string[] = ['x', 'previous'];

/** Words of JavaScript and Python, some built-in functions, and what the printed lines of a network itself use. */
const WORDS =
  'and as assert async await break case catch class const continue def default del delete do elif else enum eval except export extends finally ' +
  'for from function global if implements import in instanceof interface is lambda let new nonlocal not null or package pass private protected ' +
  'public raise return static super switch this throw true false try typeof undefined var void while with yield none arguments ' +
  'float int len min max abs sum range print slice open round zip map list bool object self x_in model network tf np rng keras layers ops ' +
  'optimizers initializers regularizers torch nn math t x y';

/** What every module of PyTorch has already; a layer of this name would take its place. */
const MODULE =
  'add_module apply bfloat16 buffers call_super_init children compile cpu cuda double dump_patches eval extra_repr float forward get_buffer ' +
  'get_extra_state get_parameter get_submodule half ipu load_state_dict modules mtia named_buffers named_children named_modules ' +
  'named_parameters parameters register_buffer register_module register_parameter requires_grad_ set_extra_state set_submodule share_memory ' +
  'state_dict to to_empty train training type xpu zero_grad';

const RESERVED: ReadonlySet<string> = new Set(`${WORDS} ${MODULE}`.split(' '));

/** An id as an identifier that JavaScript and Python both allow, but for words and names that are taken. */
function identifier(id: string): string {
  return id.replace(/[^A-Za-z0-9]+(.)?/g, (_, next: string | undefined) => (next === undefined ? '' : `_${next}`)).toLowerCase();
}

/** The names that lines of JavaScript or Python use: all words outside texts and comments that do not follow a dot. */
function namesIn(lines: readonly string[]): ReadonlySet<string> {
  const bare = lines.map((line) => line.replace(/'[^']*'|"[^"]*"/g, "''").replace(/(?:\/\/|#).*$/, ''));
  return new Set(bare.flatMap((line) => [...line.matchAll(/(?<![\w$.]|\d\.)[A-Za-z_$][\w$]*/g)].map(([name]) => name)));
}

/**
 * The printed name of every node and input by id, unlike each other and unlike all names of the program around them. A network's only
 * input is called `x`, and several are called as the program's arrays, where they have their names.
 * @param around the program's other lines.
 */
export function printedNames(spec: NetworkSpec, around: readonly string[]): ReadonlyMap<string, string> {
  const inputs = Object.keys(spec.inputs);
  const names = new Map(inputs.length === 1 ? inputs.map((id) => [id, 'x']) : []);
  const taken = new Set([...RESERVED, ...namesIn(around)]);
  const used = new Set<string>();
  for (const id of [...(inputs.length === 1 ? [] : inputs), ...spec.nodes.map((node) => node.id)]) {
    const plain = identifier(id);
    if (inputs.includes(id) && GIVEN.includes(id)) {
      used.add(id).add(`${id}_in`);
      names.set(id, id);
      continue;
    }
    const base = plain === '' || /^\d/.test(plain) || taken.has(plain) ? `node_${plain}` : plain;
    let name = base;
    for (let count = 2; used.has(name) || taken.has(name); count++) name = `${base}_${count}`;
    used.add(name);
    // What a layer takes under this name, in frameworks where that is an object of its own.
    if (inputs.includes(id)) used.add(`${name}_in`);
    names.set(id, name);
  }
  return names;
}
