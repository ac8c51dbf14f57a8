/** Whether WebGL is drawn by a processor that is none of a graphics card: it computes on the same cores as compiled steps, and far slower. */

/** Names of renderers that draw with the CPU: Chrome's, Mesa's, Windows'. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** True for the name of a renderer that computes on the CPU. */
export function isSoftwareRenderer(renderer: string): boolean {
  return SOFTWARE.test(renderer);
}

let known: boolean | undefined;

/** True where WebGL would compute on the CPU; false where it does not, or where the browser does not say. */
export function webglIsSoftware(): boolean {
  known ??= ask();
  return known;
}

function ask(): boolean {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const context = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (context === null) return false;
  const named = context.getExtension('WEBGL_debug_renderer_info');
  const renderer: unknown = context.getParameter(named === null ? context.RENDERER : named.UNMASKED_RENDERER_WEBGL);
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof renderer === 'string' && isSoftwareRenderer(renderer);
}
