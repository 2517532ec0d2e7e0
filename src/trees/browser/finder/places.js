/**
 * Which places of the guide fit a reader's words.
 *
 * Boundary: words in, places out, best first; MiniSearch does the work. Slips of a letter or two and
 * the beginnings of words count too. Nothing is drawn and nothing is fetched.
 */
import MiniSearch from "minisearch";

/**
 * @typedef {{ title: string, where: string, at: string, said: string[], more: string[] }} Place
 *   `at`: its address from the site's root; `where`: what it belongs to; `said`: what readers call
 *   it; `more`: other words that stand there
 */

/** What readers call a place says more about it than what we call it. */
const WEIGHTS = { said: 4, title: 2, more: 1 };
const MOST = 6;
/** What fits much worse than the best only distracts. */
const WORST = 0.3;

export class Places {
  /** @type {MiniSearch<Place & { id: number }>} */
  #index;

  /**
   * @param {Place[]} places
   * @param {string} smallWords words that say nothing about a place, with blanks between them
   */
  constructor(places, smallWords) {
    const small = new Set(words(smallWords));
    this.#index = new MiniSearch({
      fields: Object.keys(WEIGHTS),
      storeFields: ["title", "where", "at"],
      extractField: (place, field) => String(Reflect.get(place, field) ?? ""),
      tokenize: words,
      processTerm: (word) => (small.has(word) ? null : word),
    });
    this.#index.addAll(places.map((place, id) => ({ ...place, id })));
  }

  /**
   * @param {string} said
   * @returns {Place[]}
   */
  find(said) {
    const found = this.#index.search(said, {
      boost: WEIGHTS,
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length > 3 ? 0.25 : false),
      weights: { fuzzy: 0.3, prefix: 0.5 },
    });
    const least = (found[0]?.score ?? 0) * WORST;
    const best = found.filter(({ score }) => score >= least).slice(0, MOST);
    return best.map((one) => /** @type {Place} */ (/** @type {unknown} */ (one)));
  }
}

/**
 * Return the words of a text, without capitals and without marks above letters.
 *
 * @param {string} text
 */
function words(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}
