/** What authors mean as markup and Markdown reads as text: each kind with what would be right. */
import { findCitations } from './anchors';
import { BOX_ATTRIBUTES } from './boxes';

export interface Slip {
  /** With the flags g, m and u; tried on texts as they are written, where a backslash takes a mark its meaning. */
  readonly pattern: RegExp;
  /** Only at the beginning of a line. */
  readonly atLine?: boolean;
  /** Says what is wrong with a find, or nothing. */
  readonly judge: (found: string) => string | undefined;
}

const BOXES = ['demo', ...Object.keys(BOX_ATTRIBUTES)].join('|');
/** What begins an address, with marks of either width. */
const ADDRESS = String.raw`(?:#|(?:term|chapter|demo|https?|mailto)[:：]|\.{0,2}/)`;

function judgeColons(line: string): string {
  if (/^[:：]+$/.test(line.trim())) {
    return `"${line.trim()}" closes no box: a box in a box has fewer colons than the one around it, and each is closed once`;
  }
  const faults = [
    /^:*：/.test(line) && 'colons are half-width, "::"',
    /[｛｝]/.test(line) && 'braces are half-width, "{…}"',
    /[［］【】]/.test(line) && 'brackets are half-width, "[…]"',
    /^[:：]+\s/.test(line) && 'no space stands behind the colons',
    /^[:：]+[\w-]+(?:\[[^\]]*\])?\s+[[{]/.test(line) && 'no space stands before "[" or "{"',
  ].filter((fault) => fault !== false);
  const [first = 'a line is ::demo[Caption.]{#id name=value}, a box :::name[Title]{#id}'] = faults;
  return `this line is read as text: ${[first, ...faults.slice(1)].join('; ')}`;
}

function judgeCitation(found: string): string | undefined {
  if (findCitations(found)[0]?.end === found.length) return undefined;
  return `"${found}" is no citation: write [@key] or [@one; @other], with half-width marks`;
}

/** In the order in which a place is judged: the first that has something to say is heard. */
export const SLIPS: readonly Slip[] = [
  { pattern: /[:：]{2,}[^\n]*/gmu, atLine: true, judge: judgeColons },
  {
    pattern: new RegExp(`(?<![\\w:：])[:：]{2,}(?:${BOXES})(?!\\w)`, 'gmu'),
    judge: (found) => `"${found}" is read as text: it begins a line of its own`,
  },
  {
    pattern: /(?<!\\)[:：]measured\s?[[［【][^\s]{0,20}/gmu,
    judge: (found) => `"${oneLine(found)}" is read as text: write :measured[words]{…}, with half-width marks and no spaces between`,
  },
  {
    pattern: /(?:#{2,6}(?=[^\s#])|#*＃[#＃]*)/gmu,
    atLine: true,
    judge: (found) =>
      found.includes('＃')
        ? 'this is read as text: a heading begins with half-width "##"'
        : 'this is read as text: a heading is "## Words", with a space',
  },
  { pattern: /\u3000+/gmu, atLine: true, judge: () => 'a paragraph is not indented by hand: the page sets it' },
  {
    pattern: /(?:\d+\.|[-*+])(?=\p{Script=Han})/gmu,
    atLine: true,
    judge: (found) => `this is read as text: an item of a list is "${found} …", with a space`,
  },
  {
    pattern: /｜[^\n]*|\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?(?=\r?$)/gmu,
    atLine: true,
    judge: (found) =>
      found.startsWith('｜')
        ? 'this is read as text: a table has half-width bars, "|"'
        : 'this is no table: its head, the line above, needs as many cells as this line',
  },
  { pattern: /(?<!\\)[[［【]@[^\]］】\n]*[\]］】]?/gmu, judge: judgeCitation },
  {
    pattern: /(?<!\\)[[［【]\^[^\]］】\s]+[\]］】]/gmu,
    judge: (found) =>
      `there is no footnote "${found.slice(2, -1)}": write [^${found.slice(2, -1)}] here and "[^${found.slice(2, -1)}]: …" below`,
  },
  {
    pattern: new RegExp(
      `[[［【][^\\]］】\\n]*[\\]］】][ \\t]?[(（]${ADDRESS}[^)）\\n]*[)）]?|[[［【][^\\]］】\\n]*[\\]］】][ \\t]?[(（]$`,
      'gmu',
    ),
    judge: (found) => `"${found}" is read as text: a link is [words](address), with half-width marks and no space between`,
  },
  {
    pattern: /(?<!\\)\[[^\]\n]+\]\[[^\]\n]*\]/gmu,
    judge: (found) => `"${found}" is read as text: a link is [words](address); brackets that are meant are written \\[…\\]`,
  },
  {
    // Brackets that are meant are written the same way; what is between tells.
    pattern: /\\\(.+?\\\)|\\\[\s*[a-zA-Z]\s*\\\]|\\\[(?![\^@])(?:(?!\\\]).)*?(?:[_=+^{}]|\\(?!\]))(?:(?!\\\]).)*\\\]/gmsu,
    judge: (found) => `"${oneLine(found)}" is no formula here: write $…$, or $$ on lines of their own`,
  },
  { pattern: /\\[a-zA-Z]{2,}/gmu, judge: (found) => `"${found}" stands outside a formula: write $…$, or \`…\` for code` },
  {
    pattern: /(?<!\\)[$＄]/gmu,
    judge: (found) =>
      found === '$' ? 'this $ begins no formula: one that is money is written \\$' : 'a formula stands between half-width "$"',
  },
  { pattern: /(?<!\\)(?:\*\*|~~)|＊＊/gmu, judge: (found) => `this "${found}" is read as text: it neither begins nor ends anything here` },
  { pattern: /(?<!\\)`/gmu, judge: () => 'this "`" is read as text: code stands between two' },
  {
    pattern: /[{｛]#[^\s}｝]*[}｝]?/gmu,
    judge: (found) => `"${oneLine(found)}" is read as text: a name is {#letters-and-digits}, at a heading's end or behind a directive`,
  },
];

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
