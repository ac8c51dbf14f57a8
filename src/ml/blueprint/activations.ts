/** The activation functions of the book: closed forms and their derivatives, for drawing, proofs and printed formulas. */

/** What a curve needs: the function and its slope at a point. */
export interface ActivationFormula {
  /** The name as the field writes it; the same in both languages. */
  readonly label: string;
  /** f(x) and f'(x) in TeX, with x the pre-activation. */
  readonly tex: { readonly value: string; readonly slope: string };
  value(x: number): number;
  /** f'(x); at a kink the right-hand or conventional value (ReLU: 0 at 0). */
  slope(x: number): number;
}

const sigmoid = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/** erf by its Maclaurin series near 0 and the continued fraction of erfc beyond (Abramowitz & Stegun 7.1.5, 7.1.14). */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < 2.5) {
    let term = size;
    let sum = size;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= -(size * size) / n;
      sum += term / (2 * n + 1);
      if (n > 200) break;
    }
    return (Math.sign(x) * 2 * sum) / Math.sqrt(Math.PI);
  }
  let fraction = 0;
  for (let n = 60; n >= 1; n--) fraction = n / 2 / (size + fraction);
  return Math.sign(x) * (1 - Math.exp(-size * size) / (Math.sqrt(Math.PI) * (size + fraction)));
}

const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
const normalDistribution = (x: number): number => (1 + erf(x / Math.SQRT2)) / 2;

/** Slope of leaky ReLU left of zero (Maas et al. 2013 use 0.01; 0.1 can be seen). */
export const LEAK = 0.1;

/** Every activation by the name that specifications, values and links use. */
export const activations = {
  identity: {
    label: 'identity',
    tex: { value: 'x', slope: '1' },
    value: (x) => x,
    slope: () => 1,
  },
  sigmoid: {
    label: 'sigmoid',
    tex: { value: '\\frac{1}{1+e^{-x}}', slope: '\\sigma(x)\\,(1-\\sigma(x))' },
    value: sigmoid,
    slope: (x) => sigmoid(x) * sigmoid(-x),
  },
  tanh: {
    label: 'tanh',
    tex: { value: '\\tanh x', slope: '1-\\tanh^2 x' },
    value: Math.tanh,
    slope: (x) => 1 / Math.cosh(x) ** 2,
  },
  relu: {
    label: 'ReLU',
    tex: { value: '\\max(0,x)', slope: '[x>0]' },
    value: (x) => Math.max(0, x),
    slope: (x) => (x > 0 ? 1 : 0),
  },
  leakyRelu: {
    label: 'leaky ReLU',
    tex: { value: '\\max(\\alpha x,x)', slope: '[x>0]+\\alpha\\,[x\\le 0]' },
    value: (x) => Math.max(LEAK * x, x),
    slope: (x) => (x > 0 ? 1 : LEAK),
  },
  elu: {
    label: 'ELU',
    tex: { value: 'x>0:\\ x,\\quad x\\le 0:\\ e^x-1', slope: 'x>0:\\ 1,\\quad x\\le 0:\\ e^x' },
    value: (x) => (x > 0 ? x : Math.expm1(x)),
    slope: (x) => (x > 0 ? 1 : Math.exp(x)),
  },
  gelu: {
    label: 'GELU',
    tex: { value: 'x\\,\\Phi(x)', slope: '\\Phi(x)+x\\,\\varphi(x)' },
    value: (x) => x * normalDistribution(x),
    slope: (x) => normalDistribution(x) + x * normalDensity(x),
  },
  silu: {
    label: 'SiLU',
    tex: { value: 'x\\,\\sigma(x)', slope: '\\sigma(x)\\,(1+x\\,(1-\\sigma(x)))' },
    value: (x) => x * sigmoid(x),
    slope: (x) => sigmoid(x) * (1 + x * sigmoid(-x)),
  },
  softplus: {
    label: 'softplus',
    tex: { value: '\\ln(1+e^x)', slope: '\\sigma(x)' },
    value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
    slope: sigmoid,
  },
} as const satisfies Record<string, ActivationFormula>;

export type ActivationName = keyof typeof activations;

/** All names, in the book's order. */
export const ACTIVATION_NAMES: readonly ActivationName[] = [
  'identity',
  'sigmoid',
  'tanh',
  'relu',
  'leakyRelu',
  'elu',
  'gelu',
  'silu',
  'softplus',
];

/** True for a name of the table above. */
export function isActivationName(name: unknown): name is ActivationName {
  return typeof name === 'string' && Object.hasOwn(activations, name);
}
