/** Makes formulas and tables that are wider than the screen reachable by keyboard, while they are; others are no stops on the way. */
const scrollers = document.querySelectorAll<HTMLElement>('.gb-equation, .gb-wide');

const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const wide = target.scrollWidth > target.clientWidth;
    if (wide) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});
for (const scroller of scrollers) watch.observe(scroller);
