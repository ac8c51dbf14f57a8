import type { Text } from './text';

/** What is said about files of labelled images. Bytes are counted from 1. */
export const idxText = {
  drop: {
    zh: '把 MNIST 格式（IDX）的文件拖到这里，压缩的（.gz）也行：一个图像文件和一个标签文件，另有测试集就再加两个。文件只在本页里读，不会发到任何地方。',
    en: 'Drop files in MNIST’s format (IDX) here, gzipped or not: images and labels, and two more for a test set if there is one. They are read in this page and sent nowhere.',
  },
  choose: { zh: '选择文件', en: 'Choose files' },
  fromSite: { zh: '用本站 data/ 里的文件', en: 'Use the files in this site’s data/' },
  notOnSite: {
    zh: '本站没有 data/{name}（也没有 .gz）；自建站点可用 node tools/fetch-mnist.mjs 放进去',
    en: 'this site has no data/{name} (nor with .gz); whoever hosts it can put it there with node tools/fetch-mnist.mjs',
  },
  reading: { zh: '正在读 {name}……', en: 'Reading {name} …' },
  inUse: {
    zh: '正在使用你的图像：{train} 幅训练，{test} 幅测试，{rows} × {columns} 像素，{classes} 类。',
    en: 'Your images are in use: {train} to learn from, {test} held out, {rows} × {columns} pixels, {classes} classes.',
  },
  have: { zh: '已读入：{files}。', en: 'Read so far: {files}.' },
  imagesFile: { zh: '{name}（{count} 幅图像）', en: '{name} ({count} {count:image|images})' },
  labelsFile: { zh: '{name}（{count} 个标签）', en: '{name} ({count} {count:label|labels})' },
  drawingHint: {
    zh: '要让网络读你写的数字，直接写在上面的格子里。',
    en: 'To have a digit of your own read, write it in the pad above.',
  },
  inFile: { zh: '{name}：{problem}', en: '{name}: {problem}' },
  short: {
    zh: '文件在第 {size} 个字节后就结束了；头部应有 {wanted} 个字节',
    en: 'the file ends after byte {size}; its header should take {wanted} bytes',
  },
  magic: {
    zh: '第 {byte} 个字节是 {given}；IDX 文件以两个 0x00 开头',
    en: 'byte {byte} is {given}; an IDX file begins with 0x00 twice',
  },
  type: {
    zh: '第 3 个字节是 {given}，表示数据不是字节；应为 0x08（无符号字节）',
    en: 'byte 3 is {given}, which says that the data are no bytes; it should be 0x08 (unsigned bytes)',
  },
  dimensions: {
    zh: '第 4 个字节是 {given}，表示数据有 {count} 维；图像应为 0x03，标签应为 0x01',
    en: 'byte 4 is {given}, which says that the data have {count} {count:dimension|dimensions}; it should be 0x03 for images, 0x01 for labels',
  },
  zero: {
    zh: '第 {from} 到 {to} 个字节给出的大小是 0；应至少为 1',
    en: 'bytes {from} to {to} give a size of 0; it should be at least 1',
  },
  side: {
    zh: '第 9 到 16 个字节给出 {rows} × {columns} 像素；应为正方形，边长 12 到 64',
    en: 'bytes 9 to 16 give {rows} × {columns} pixels; they should be square, 12 to 64 a side',
  },
  truncated: {
    zh: '头部说后面有 {wanted} 个字节，文件应共 {total} 个字节，却在第 {size} 个字节后结束，缺 {missing} 个',
    en: 'the header promises {wanted} bytes after it, {total} in all, but the file ends after byte {size}: {missing} {missing:is|are} missing',
  },
  longer: {
    zh: '头部说文件共 {total} 个字节，第 {from} 个字节起却还有 {more} 个',
    en: 'the header promises {total} bytes in all, but {more} more {more:follows|follow} from byte {from}',
  },
  label: {
    zh: '第 {byte} 个字节（第 {index} 个标签）是 {label}；类别应为 0 到 {most}',
    en: 'byte {byte} (label {index}) is {label}; classes should be 0 to {most}',
  },
  oneClass: { zh: '所有标签都是 {label}；至少应有两类', en: 'every label is {label}; there should be two classes at least' },
  gzip: {
    zh: '压缩数据有错，解出 {size} 个字节后就读不下去了；请重新下载或重新压缩',
    en: 'the compressed data are damaged: {size} {size:byte|bytes} could be unpacked, and no more; it should be downloaded or compressed again',
  },
  method: {
    zh: '第 3 个字节是 {given}；gzip 文件的压缩方法应为 0x08',
    en: 'byte 3 is {given}; the compression method of a gzip file should be 0x08',
  },
  archive: {
    zh: '这是压缩包（.zip、.npz、.bz2、.xz 之类）；请先解开，再用里面的 IDX 文件（.gz 可以直接用）',
    en: 'this is an archive (.zip, .npz, .bz2, .xz and the like); unpack it and use the IDX files in it (.gz is read as it is)',
  },
  picture: {
    zh: '这是单幅图片；这里要的是 IDX 文件，许多图像放在一个文件里',
    en: 'this is a single picture; what is needed here are IDX files, which hold many images in one',
  },
  large: { zh: '超过 {most} MB；请换小一些的文件', en: 'is larger than {most} MB; a smaller file is needed' },
  tooMany: { zh: '一次有 {count} 个文件；最多 4 个', en: 'there are {count} {count:file|files}; 4 at most are needed' },
  noLabels: {
    zh: '{name} 有 {count} 幅图像，还没有 {count} 个标签的文件与它相配；请把标签文件也拖进来',
    en: '{name} has {count} {count:image|images}, and there is no file of {count} {count:label|labels} to go with it; drop that one as well',
  },
  noImages: {
    zh: '{name} 有 {count} 个标签，还没有 {count} 幅图像的文件与它相配；请把图像文件也拖进来',
    en: '{name} has {count} {count:label|labels}, and there is no file of {count} {count:image|images} to go with it; drop that one as well',
  },
  shapes: {
    zh: '{one} 的图像是 {first}，{other} 的是 {second}；应一样大',
    en: 'the images of {one} are {first}, those of {other} {second}; they should be of one size',
  },
  few: { zh: '只有 {count} 幅图像；至少应有 2 幅', en: 'there is {count} image; there should be 2 at least' },
} as const satisfies Record<string, Text>;
