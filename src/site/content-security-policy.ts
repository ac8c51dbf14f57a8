/**
 * What a page may load, written into every page (`<meta>`), so that any static host serves it: only files of this site. WASM
 * needs `wasm-unsafe-eval`; formulas and code carry style attributes; pictures made in the page are `blob:` and `data:`.
 * Hosts that set headers may add `frame-ancestors` and `X-Content-Type-Options`, which a page cannot say by itself.
 */
export const contentSecurityPolicy = {
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
  styleDirective: {
    resources: [
      { resource: "'self'", kind: 'element' as const },
      { resource: "'unsafe-inline'", kind: 'attribute' as const },
    ],
  },
  directives: [
    "default-src 'none'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ] as const,
};
