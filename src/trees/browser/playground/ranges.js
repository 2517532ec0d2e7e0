/**
 * Where a finding stands in the editor's text.
 *
 * Boundary: lines and columns, counted from 1 in characters as the checker does, become offsets, counted
 * in UTF-16 as JavaScript does. Never outside the text.
 * @import { Text } from "@codemirror/state"
 * @import { Span } from "./protocol.js"
 */

/**
 * @param {Text} doc
 * @param {Span} span
 */
export function placeOf(doc, span) {
  const from = offsetOf(doc, span.line, span.column);
  return { from, to: Math.max(from, offsetOf(doc, span.end_line, span.end_column)) };
}

/**
 * The same, but never empty where there is a character: to be seen.
 *
 * @param {Text} doc
 * @param {Span} span
 */
export function rangeOf(doc, span) {
  const { from, to } = placeOf(doc, span);
  if (to > from) return { from, to };
  // What is missing has no extent of its own: its neighbour is shown.
  const line = doc.lineAt(from);
  return from < line.to ? { from, to: from + 1 } : { from: Math.max(line.from, from - 1), to: from };
}

/**
 * @param {Text} doc
 * @param {number} line
 * @param {number} column
 */
function offsetOf(doc, line, column) {
  if (line > doc.lines) return doc.length;
  const { from, text } = doc.line(Math.max(1, line));
  return from + [...text].slice(0, column - 1).join("").length;
}
