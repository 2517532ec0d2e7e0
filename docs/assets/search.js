/**
 * Lets the list of all words wait until somebody turns to the search.
 *
 * Boundary: holds back one request of the theme's, which every page makes as it opens. The list is larger than
 * the page, and to put it in order takes a phone longer than the page itself. Only the request is known here:
 * should the theme ask in another way, it is not held back, and the search works as ever.
 */

const LIST = /\/search\/search_index\.json$/;
const SEARCH = ".md-search, [for='__search'], #__search";
/** What the theme keeps in the address for the search: what was asked, and what is to be marked in the page. */
const ASKED = ["q", "h"];

const isWanted = new Promise((resolve) => {
  const address = new URLSearchParams(location.search);
  if (ASKED.some((name) => address.has(name))) resolve(true);
  for (const kind of ["pointerover", "focusin", "change"]) {
    addEventListener(kind, ({ target }) => target instanceof Element && target.closest(SEARCH) && resolve(true));
  }
});

globalThis.XMLHttpRequest = class extends XMLHttpRequest {
  #waits = false;

  /** @override @param {[method: string, url: string, isAsync?: boolean]} given */
  open(...given) {
    this.#waits = LIST.test(new URL(given[1], location.href).pathname);
    super.open(.../** @type {[string, string]} */ (given));
  }

  /** @override @param {XMLHttpRequestBodyInit | null} [body] */
  send(body) {
    if (this.#waits) isWanted.then(() => super.send(body));
    else super.send(body);
  }
};
