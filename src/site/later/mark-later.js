/**
 * Runs before a page is laid out: may what is far from the screen be laid out later (styles/later.css)? Not where a place in the page is
 * asked for, or one that was left: it must be found at once. And not in browsers that do not hold what is read while heights above it
 * change. What has come near the screen once is laid out and drawn as everything else from then on.
 */
(() => {
  const [arrival] = performance.getEntriesByType('navigation');
  const able = CSS.supports('content-visibility: auto') && CSS.supports('overflow-anchor: auto');
  if (able && location.hash === '' && arrival?.type === 'navigate') document.documentElement.classList.add('gb-later');
  document.addEventListener('contentvisibilityautostatechange', ({ target, skipped }) => {
    if (!skipped) target.style.contentVisibility = 'visible';
  });
})();
