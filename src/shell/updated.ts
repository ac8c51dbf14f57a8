/**
 * Whether the book was published anew since this page was opened: its scripts are gone from the host then, and what was not loaded yet
 * never arrives. Part of what every page loads, since it speaks of what does not arrive.
 */

/** True where the host gives another page by now; false where it gives this one, or nothing (offline, say). */
export async function bookWasUpdated(): Promise<boolean> {
  try {
    const page = await fetch(location.pathname, { cache: 'no-store' });
    if (!page.ok) return page.status === 404;
    const html = await page.text();
    // Names of scripts have their content in them, and that of what they load.
    return [...document.scripts].some(({ src }) => src.includes('/_astro/') && !html.includes(new URL(src).pathname));
  } catch {
    return false;
  }
}

/** Loads the page anew at an address that holds a demo's state. */
export function reloadAt(address: string): void {
  history.replaceState(null, '', address);
  location.reload();
}
