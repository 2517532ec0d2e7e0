/**
 * The link that a reader gives away: their answers, without their own words unless they say so.
 *
 * Boundary: states; no DOM. Nothing branches on a reader's own words, so the link leads to the same
 * outcome; where they must be written, whoever opens it is asked for theirs.
 * @import { View } from "../../protocol.js"
 */

/** The answers in the reader's own words. @param {View} view */
export function ownWords(view) {
  return view.trail.filter(({ type, answer }) => type === "words" && answer);
}

/**
 * @param {View} view
 * @param {boolean} withOwnWords
 * @returns {View["state"]}
 */
export function sharedState(view, withOwnWords) {
  if (withOwnWords) return view.state;
  const answers = { ...view.state.answers };
  for (const { question, optional } of ownWords(view)) {
    if (optional) answers[question] = "";
    else delete answers[question];
  }
  return { ...view.state, answers };
}
