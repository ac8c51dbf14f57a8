/**
 * Draws the picture that messengers and networks show for a link to the notes (public/pictures/social.png), and the touch icon.
 * Run it after changing the names or colours: `node tools/social-picture.mjs`. Both files are committed.
 */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const out = fileURLToPath(new URL('../public/pictures/', import.meta.url));
const SERIF = "'Iowan Old Style', Georgia, 'Noto Serif', 'Songti SC', 'Noto Serif CJK SC', serif";
const SANS = "system-ui, 'Noto Sans', 'PingFang SC', 'Noto Sans CJK SC', sans-serif";

/** Two spirals, the task that the playground begins with. */
function spiral(offset, colour) {
  const dots = Array.from({ length: 46 }, (_, i) => {
    const t = (1.9 * i * Math.PI * 2) / 46 + offset;
    const r = 14 + (i * 172) / 46;
    return `<circle cx="${(r * Math.sin(t)).toFixed(1)}" cy="${(r * Math.cos(t)).toFixed(1)}" r="${(4.5 + i / 18).toFixed(1)}" fill="${colour}"/>`;
  });
  return dots.join('');
}

const BOX = 'M-210 -118 0 -232 210 -118V118L0 232 -210 118z';
const box = `<path d="${BOX}" fill="#fff" fill-opacity=".6" stroke="#0b6a62" stroke-width="7" stroke-linejoin="round"/>`;

const social = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630">
  <rect width="1200" height="630" fill="#fdfcf9"/>
  <g transform="translate(925 315)">${box}${spiral(0, '#c95c00')}${spiral(Math.PI, '#0072b2')}</g>
  <text x="80" y="252" font-family="${SERIF}" font-size="84" font-weight="600" fill="#0b6a62">玻璃盒</text>
  <text x="80" y="316" font-family="${SERIF}" font-size="42" fill="#22252a">可以调试的深度学习笔记</text>
  <text x="80" y="412" font-family="${SERIF}" font-size="58" font-weight="600" fill="#0b6a62">Glassbox</text>
  <text x="80" y="462" font-family="${SANS}" font-size="32" fill="#565c66">Deep-learning notes you can debug</text>
</svg>`;

mkdirSync(out, { recursive: true });
await sharp(Buffer.from(social)).png({ compressionLevel: 9, palette: true }).toFile(`${out}social.png`);
await sharp(fileURLToPath(new URL('../public/favicon.svg', import.meta.url)), { density: 600 })
  .resize(180, 180, { fit: 'contain', background: '#fdfcf9' })
  .flatten({ background: '#fdfcf9' })
  .png({ compressionLevel: 9 })
  .toFile(`${out}touch-icon.png`);
