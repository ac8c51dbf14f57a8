/**
 * Seeded random numbers as a tree of named streams: `random.fork('weights').fork('hidden1')` depends on the seed and
 * the names alone, not on what was drawn before. So a batch or a mask is a function of its step, and nothing needs to
 * be kept in a snapshot.
 */

export interface Random {
  /** The next number in [0, 1), 32 bits fine. */
  uniform(): number;
  /** The next draw from the standard normal distribution (Box & Muller 1958). */
  normal(): number;
  /** The next whole number in [0, below). */
  integer(below: number): number;
  /** A random order of 0 … count-1 (Fisher & Yates). */
  permutation(count: number): Uint32Array;
  /** An independent stream, named; does not change this one, and does not depend on what was drawn from it. */
  fork(name: string | number): Random;
}

/** One round of splitmix-style mixing of a 32-bit word (the finaliser of MurmurHash3). */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Two 32-bit words of key from a parent's key and a name (FNV-1a over the name, twice seeded). */
function deriveKey(key: readonly [number, number], name: string): [number, number] {
  let a = (key[0] ^ 0x811c9dc5) >>> 0;
  let b = (key[1] ^ 0x9e3779b9) >>> 0;
  for (let i = 0; i < name.length; i++) {
    const unit = name.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193) >>> 0;
    b = Math.imul(b ^ unit, 0x85ebca77) >>> 0;
  }
  return [mix(a ^ mix(b)), mix(b + 0x6d2b79f5 + mix(a))];
}

class Stream implements Random {
  // sfc32 (Doty-Humphrey's PractRand): 128 bits of state, passes PractRand and BigCrush, four additions a draw.
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spare: number | undefined;

  constructor(private readonly key: readonly [number, number]) {
    this.a = key[0];
    this.b = key[1];
    this.c = mix(key[0] ^ 0xdeadbeef);
    for (let i = 0; i < 12; i++) this.word();
  }

  private word(): number {
    const t = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + t) | 0;
    return t >>> 0;
  }

  uniform(): number {
    return this.word() / 4294967296;
  }

  normal(): number {
    if (this.spare !== undefined) {
      const spare = this.spare;
      this.spare = undefined;
      return spare;
    }
    // 1 - u lies in (0, 1], so the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  integer(below: number): number {
    return Math.floor(this.uniform() * below);
  }

  permutation(count: number): Uint32Array {
    // A loop, since every epoch draws one: `from` with a function takes as long as all the drawing.
    const order = new Uint32Array(count);
    for (let i = 0; i < count; i++) order[i] = i;
    for (let i = count - 1; i > 0; i--) {
      const j = this.integer(i + 1);
      const kept = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = kept;
    }
    return order;
  }

  fork(name: string | number): Random {
    return new Stream(deriveKey(this.key, String(name)));
  }
}

/**
 * The root stream of a run.
 * @param seed a whole number from 0 to 2^32 - 1 (others are taken modulo 2^32); 0 is a seed like any other.
 */
export function createRandom(seed: number): Random {
  return new Stream([mix(seed), mix(seed ^ 0x5bd1e995)]);
}
