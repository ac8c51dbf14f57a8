/** The published architectures of the chapters cnn and modern-cnn, as specifications. */
import type { NetworkSpec } from '../network-spec';
import { alexnet, alexnet2012 } from './alexnet';
import { densenet } from './densenet';
import { googlenet } from './googlenet';
import { lenet, lenet1998 } from './lenet';
import { nin, ninCifar } from './nin';
import { resnet } from './resnet';
import type { ArchitectureSize } from './size';
import { vgg } from './vgg';

/** The seven systems of the notes. */
export const FAMILIES = ['LeNet', 'AlexNet', 'VGG', 'NiN', 'GoogLeNet', 'ResNet', 'DenseNet'] as const;
export type Family = (typeof FAMILIES)[number];

export interface Architecture {
  readonly family: Family;
  /** The name as the field writes it; the same in both languages. */
  readonly label: string;
  /** Year of the paper's first appearance. */
  readonly year: number;
  /** Where it is published. */
  readonly paper: string;
  /** Whose form this is: the paper's own, its authors' published model, or torchvision's. */
  readonly form: 'paper' | 'authors' | 'torchvision' | 'usual';
  /** Side and classes of the published form, and the least side at which no window falls off the image. */
  readonly published: ArchitectureSize;
  readonly leastSide: number;
  readonly build: (size: ArchitectureSize) => NetworkSpec;
}

const IMAGENET: ArchitectureSize = { side: 224, classes: 1000 };

const LENET = { family: 'LeNet', year: 1998, paper: 'https://doi.org/10.1109/5.726791' } as const;
const VGG = { family: 'VGG', year: 2014, paper: 'https://arxiv.org/abs/1409.1556', form: 'torchvision', published: IMAGENET } as const;
const NIN = { family: 'NiN', year: 2013, paper: 'https://arxiv.org/abs/1312.4400' } as const;
const GOOGLENET = { family: 'GoogLeNet', year: 2014, paper: 'https://arxiv.org/abs/1409.4842', published: IMAGENET } as const;
const RESNET = {
  family: 'ResNet',
  year: 2015,
  paper: 'https://arxiv.org/abs/1512.03385',
  form: 'torchvision',
  published: IMAGENET,
} as const;
const DENSENET = {
  family: 'DenseNet',
  year: 2016,
  paper: 'https://arxiv.org/abs/1608.06993',
  form: 'torchvision',
  published: IMAGENET,
} as const;

const vggs = ([11, 13, 16, 19] as const).flatMap((depth) =>
  [false, true].map((batchNorm): readonly [string, Architecture] => [
    `vgg-${depth}${batchNorm ? '-bn' : ''}`,
    { ...VGG, label: `VGG-${depth}${batchNorm ? ' (BN)' : ''}`, leastSide: 32, build: (size) => vgg(depth, size, batchNorm) },
  ]),
);
const resnets = ([18, 34, 50, 101, 152] as const).map((depth): readonly [string, Architecture] => [
  `resnet-${depth}`,
  { ...RESNET, label: `ResNet-${depth}`, leastSide: 1, build: (size) => resnet(depth, size) },
]);
const densenets = ([121, 161, 169, 201] as const).map((depth): readonly [string, Architecture] => [
  `densenet-${depth}`,
  { ...DENSENET, label: `DenseNet-${depth}`, leastSide: 29, build: (size) => densenet(depth, size) },
]);

/** All of them by name, in the chapters' order. */
export const architectures: ReadonlyMap<string, Architecture> = new Map<string, Architecture>([
  ['lenet', { ...LENET, label: 'LeNet-5', form: 'usual', published: { side: 28, classes: 10 }, leastSide: 12, build: lenet }],
  [
    'lenet-1998',
    { ...LENET, label: 'LeNet-5 (1998)', form: 'paper', published: { side: 32, classes: 10 }, leastSide: 32, build: lenet1998 },
  ],
  [
    'alexnet',
    {
      family: 'AlexNet',
      label: 'AlexNet',
      year: 2014,
      paper: 'https://arxiv.org/abs/1404.5997',
      form: 'torchvision',
      published: IMAGENET,
      leastSide: 63,
      build: alexnet,
    },
  ],
  [
    'alexnet-2012',
    {
      family: 'AlexNet',
      label: 'AlexNet (2012)',
      year: 2012,
      paper: 'https://doi.org/10.1145/3065386',
      form: 'paper',
      published: IMAGENET,
      leastSide: 63,
      build: alexnet2012,
    },
  ],
  ...vggs,
  ['nin', { ...NIN, label: 'NiN', form: 'authors', published: IMAGENET, leastSide: 59, build: nin }],
  ['nin-cifar', { ...NIN, label: 'NiN (CIFAR-10)', form: 'authors', published: { side: 32, classes: 10 }, leastSide: 1, build: ninCifar }],
  [
    'googlenet',
    { ...GOOGLENET, label: 'GoogLeNet (BN)', form: 'torchvision', leastSide: 1, build: (size) => googlenet(size, 'torchvision') },
  ],
  ['googlenet-2014', { ...GOOGLENET, label: 'GoogLeNet (2014)', form: 'paper', leastSide: 1, build: (size) => googlenet(size, 'paper') }],
  ...resnets,
  ...densenets,
]);
