/** Makes formulas and tables that are wider than the screen reachable by keyboard, while they are; others are no stops on the way. */
const scrollers = document.querySelectorAll<HTMLElement>('.gb-equation, .gb-wide');

const watch = new ResizeObserver((entries) => {
  for (const scroller of new Set(entries.map(({ target }) => target.closest('.gb-equation, .gb-wide')))) {
    // What is not laid out yet (styles/later.css) need not be for this: its content reports when it is.
    if (scroller?.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) !== true) continue;
    const wide = scroller.scrollWidth > scroller.clientWidth;
    if (wide) scroller.setAttribute('tabindex', '0');
    else scroller.removeAttribute('tabindex');
  }
});
for (const scroller of scrollers) {
  watch.observe(scroller);
  if (scroller.firstElementChild !== null) watch.observe(scroller.firstElementChild);
}
