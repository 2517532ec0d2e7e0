/**
 * The page of a tree: a document of its own, or a part of one that several trees share.
 *
 * Boundary: addresses as text. The address of a part goes on behind the `#`: `x.html#refund/` is a
 * page, and `x.html#refund/who` a place on it. What follows there is called the rest; it is a place or
 * a state (address.js), the same whether a tree has its document for itself or not.
 */
export class Page {
  /** @param {string} address absolute */
  constructor(address) {
    const [whole = "", prefix = ""] = address.split("#");
    this.document = whole;
    /** What the ids of all nodes begin with. */
    this.prefix = prefix;
  }

  /** @param {string} rest a place or a state, or nothing for the page itself */
  address(rest) {
    return this.document + this.fragment(rest);
  }

  /** @param {string} rest @returns {string} with its `#`, or empty */
  fragment(rest) {
    const whole = this.prefix + rest;
    return whole && `#${whole}`;
  }

  /** The id of a place in the document. @param {string} place */
  id(place) {
    return this.prefix + place;
  }

  /** Whether an address leads here. @param {string} address */
  holds(address) {
    const [whole = "", fragment = ""] = address.split("#");
    return bare(whole) === bare(this.document) && fragment.startsWith(this.prefix);
  }

  /** What an address that leads here says of this page. @param {string} address */
  rest(address) {
    return (address.split("#")[1] ?? "").slice(this.prefix.length);
  }
}

/**
 * The tree whose page an address leads to; nothing where it leads elsewhere.
 *
 * @param {string} address
 * @param {Record<string, { page: Page }>} trees
 */
export function treeAt(address, trees) {
  return Object.keys(trees).find((tree) => trees[tree]?.page.holds(address)) ?? "";
}

/** What a search adds to an address does not make it another page. @param {string} address */
function bare(address) {
  return address.split("?")[0];
}
