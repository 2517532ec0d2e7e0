/**
 * Lets a table that is wider than the window be moved by keyboard: its frame takes the focus, and is named
 * after the heading above it.
 *
 * Boundary: runs on pages with tables alone, and again whenever the theme replaces the page. The frames are
 * the theme's, made by its script after the page has come.
 */

for (const content of document.querySelectorAll(".md-content")) {
  const offer = () => {
    for (const frame of content.querySelectorAll(".md-typeset__scrollwrap")) offerFrame(frame);
  };
  offer();
  new MutationObserver(offer).observe(content, { childList: true, subtree: true });
  new ResizeObserver(offer).observe(content);
}

/** @param {Element} frame */
function offerFrame(frame) {
  const isWide = frame.scrollWidth > frame.clientWidth;
  const said = { tabindex: "0", role: "group", "aria-label": headingAbove(frame) };
  for (const [name, value] of Object.entries(said)) {
    if (isWide) frame.setAttribute(name, value);
    else frame.removeAttribute(name);
  }
}

/** @param {Element} element */
function headingAbove(element) {
  let above = element.previousElementSibling;
  while (above && !/^H[1-6]$/.test(above.tagName)) above = above.previousElementSibling;
  return (above?.textContent ?? document.title).replace("¶", "").trim();
}
