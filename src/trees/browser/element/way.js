/**
 * The reader's clicks before the engine was ready, kept so that it can replay them.
 *
 * Boundary: answers by question, in the order of the clicks. Going back and choosing otherwise
 * forgets what came after.
 */
export class Way {
  /** @type {Map<string, string>} */
  #answers = new Map();

  /**
   * @param {string} question
   * @param {string} answer
   */
  record(question, answer) {
    this.forgetFrom(question);
    this.#answers.set(question, answer);
  }

  /** @param {string} question */
  forgetFrom(question) {
    let later = false;
    for (const asked of [...this.#answers.keys()]) {
      later ||= asked === question;
      if (later) this.#answers.delete(asked);
    }
  }

  get answers() {
    return Object.fromEntries(this.#answers);
  }
}
