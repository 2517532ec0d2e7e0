/**
 * One version of the site: its files, and where each is kept.
 *
 * Boundary: addresses; nothing is fetched or stored. The list is made by trees.publishing.offline.
 */
import { cacheOf } from "./names.js";

/**
 * @typedef {{ version: string, bytes: number, files: Record<string, string> }} List
 *   `bytes`: of all files; `files`: the SHA-256 of each in base64, by address from the site's root
 */

const INDEX = "index.html";

export class Site {
  /**
   * @param {string} scope the site's own folder, as an absolute address
   * @param {List} list
   */
  constructor(scope, { version, bytes, files }) {
    this.root = new URL(scope);
    this.version = version;
    this.bytes = bytes;
    this.files = files;
    this.cache = cacheOf(this.root, version);
  }

  /**
   * Return a file's address from the root, the same however it is asked for (with `index.html` or
   * without, with a search); null where it lies outside the site.
   *
   * @param {string} url
   */
  addressOf(url) {
    const { origin, pathname } = new URL(url);
    if (origin !== this.root.origin || !pathname.startsWith(this.root.pathname)) return null;
    const address = spelledOneWay(pathname.slice(this.root.pathname.length));
    const name = address?.split("/").at(-1);
    return name === INDEX ? (address?.slice(0, -INDEX.length) ?? null) : address;
  }

  /** @param {string} address */
  lists(address) {
    return Object.hasOwn(this.files, address);
  }

  /**
   * Return where a file is kept and asked for.
   *
   * @param {string} address
   */
  url(address) {
    return new URL(`./${address}`, this.root).href;
  }
}

/**
 * @param {string} path
 * @returns {string | null} null where it is no path at all
 */
function spelledOneWay(path) {
  try {
    return path.split("/").map(decodeURIComponent).map(encodeURIComponent).join("/");
  } catch {
    return null;
  }
}
