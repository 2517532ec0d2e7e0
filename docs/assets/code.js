/**
 * Keeps the buttons above each block of code from being a landmark.
 *
 * Boundary: runs on pages with code alone, and again whenever the theme replaces the page. The theme puts
 * the buttons into a `<nav>` without a name; whoever jumps from landmark to landmark would meet them all.
 */

for (const content of document.querySelectorAll(".md-content")) {
  const demote = () => {
    for (const buttons of content.querySelectorAll("nav.md-code__nav:not([role])")) {
      buttons.setAttribute("role", "none");
    }
  };
  demote();
  new MutationObserver(demote).observe(content, { childList: true, subtree: true });
}
