import type { Plugin } from 'vite';

/** Drops the woff and ttf copies from KaTeX's stylesheet: every browser that runs the demos reads woff2. */
export function katexWoff2Only(): Plugin {
  return {
    name: 'glassbox-katex-woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/katex[^/]*\.css/.test(id)) return null;
      return code.replace(/,\s*url\([^)]+\.(?:woff|ttf)\)\s*format\([^)]+\)/g, '');
    },
  };
}
