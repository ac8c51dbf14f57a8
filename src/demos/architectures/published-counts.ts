/**
 * Published numbers of parameters, and billions of multiply-adds of one image where they are published.
 * torchvision: `num_params` and `_ops` of the weights in torchvision/models/{alexnet,vgg,googlenet,resnet,densenet}.py, also at
 * docs.pytorch.org/vision/stable/models (pytorch/vision 0.14 and later).
 */
export const PUBLISHED: Readonly<Record<string, readonly [parameters: number, billions?: number]>> = {
  // Dive into Deep Learning, section 7.6: 156 + 2,416 + 48,120 + 10,164 + 850.
  lenet: [61_706],
  // LeCun et al. 1998, section II.B: "LeNet-5 contains 340,908 connections, but only 60,000 trainable free parameters".
  'lenet-1998': [60_000],
  alexnet: [61_100_840, 0.714],
  // Netscope's analysis of BVLC's Caffe model (ethereon.github.io/netscope/#/gist/f2e4825a8d4f8a3609cefd7ffadc910a); the paper
  // says 60 million. Multiply-adds: 724,406,816, same analysis.
  'alexnet-2012': [60_965_224, 0.724],
  'vgg-11': [132_863_336, 7.609],
  'vgg-11-bn': [132_868_840, 7.609],
  'vgg-13': [133_047_848, 11.308],
  'vgg-13-bn': [133_053_736, 11.308],
  'vgg-16': [138_357_544, 15.47],
  'vgg-16-bn': [138_365_992, 15.47],
  'vgg-19': [143_667_240, 19.632],
  'vgg-19-bn': [143_678_248, 19.632],
  // The authors' Caffe model (gist mavenlin/d802a5849de39225bcc6), added up layer by layer: 34,944 + 2 * 9,312 + 614,656 + 2 * 65,792
  // + 885,120 + 2 * 147,840 + 3,539,968 + 1,049,600 + 1,025,000; the file of 29 MB is four bytes for each.
  nin: [7_595_176],
  // Table of github.com/osmr/imgclsmob, pytorch/README.md, CIFAR-10: 966,986 parameters.
  'nin-cifar': [966_986],
  googlenet: [6_624_904, 1.498],
  // Netscope's analysis of BVLC's Caffe model (ethereon.github.io/netscope/#/gist/4325909f3683e51eaf93fdaeed6b2a9b): weights
  // 6,990,272 and biases 8,280.
  'googlenet-2014': [6_998_552],
  'resnet-18': [11_689_512, 1.814],
  'resnet-34': [21_797_672, 3.664],
  'resnet-50': [25_557_032, 4.089],
  'resnet-101': [44_549_160, 7.801],
  'resnet-152': [60_192_808, 11.514],
  'densenet-121': [7_978_856, 2.834],
  'densenet-161': [28_681_000, 7.728],
  'densenet-169': [14_149_480, 3.36],
  'densenet-201': [20_013_928, 4.291],
};
