/**
 * Gives the page the style sheet of what is loaded later, so that a page does not carry it for readers who never ask. As a sheet, and not
 * as an element with text, which the page's policy forbids.
 */
const worn = new Set<string>();

/** Puts a sheet's text behind the page's own sheets, once. */
export function dress(text: string): void {
  if (worn.has(text)) return;
  worn.add(text);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
