/**
 * Leads from a page to the same page in another language, at the same place and with the same answers.
 *
 * Boundary: links that say `hreflang`. Both are in the fragment, whose ids no language translates. The
 * page is loaded whole, since a theme that only exchanges its middle would keep the old language.
 */

/** @param {MouseEvent} event */
function take(event) {
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest("a[hreflang]") : null;
  if (!plain || !(link instanceof HTMLAnchorElement) || link.target) return;
  if (link.origin !== location.origin || link.hash) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  location.assign(link.href + location.hash);
}

/** Keep the reader's place wherever the language is chosen, before the theme sees the click. */
export function keepPlace() {
  addEventListener("click", take, { capture: true });
}
