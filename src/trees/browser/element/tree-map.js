/**
 * <tree-map>: the map of a tree.
 *
 * Boundary: its life. What it does comes along only where there is a map, since every page of a tree
 * loads this folder.
 */
export class TreeMap extends HTMLElement {
  #here = new AbortController();

  async connectedCallback() {
    this.#here = new AbortController();
    const { signal } = this.#here;
    const { WayOnMap } = await import("../map/way.js");
    if (!signal.aborted) new WayOnMap(this, signal);
  }

  disconnectedCallback() {
    this.#here.abort();
  }
}
