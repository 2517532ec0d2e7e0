/**
 * The closed set of messages between the page and the engine's desk, and the shapes in them.
 *
 * Boundary: types and small constants; the shapes mirror trees.engine.service and view.py.
 */

/**
 * @typedef {{ tree: string, answers: Record<string, string>, at: string }} State
 *
 * @typedef {{ type: "date", value: string }
 *   | { type: "number", value: string, unit: Unit }
 *   | { type: "words", value: string }
 *   | { type: "list", value: string[] }} Part
 *
 * @typedef {string | { one: string, other: string }} Unit the words after any number, or those after one
 *   and after any other
 *
 * @typedef {{ tree: string, question: string, ask: string, answer: string, shown: Part,
 *   type: "option" | "options" | "number" | "date" | "words", optional: boolean }} Entry
 *   `type`: what the answer is; `words` are the reader's own
 *
 * @typedef {{ name: string, word: string, length: number, inputmode: string, suffix: string,
 *   value: string }} Box
 *
 * @typedef {{ layout: "pick" | "tick" | "fill", options: Record<string, string>, boxes: Box[] }} Form
 *
 * @typedef {{ code: string, box: string, details: Record<string, Part> }} Problem
 *
 * @typedef {{
 *   state: State,
 *   trail: Entry[],
 *   here: { tree: string, node: string, type: "question" | "outcome", verdict: string | null },
 *   form: Form | null,
 *   given: string | null,
 *   values: Record<string, Part>,
 *   problem: Problem | null,
 * }} View
 *
 * @typedef {string | string[] | Record<string, string>} Raw
 *
 * @typedef {{ state: State, today: string } & (
 *   { do: "show" } | { do: "back" } | { do: "answer", raw: Raw } | { do: "change", question: string }
 * )} Request
 *
 * @typedef {{ view: View } | { needs: string } | { error: string, detail?: string }} Response
 *
 * @typedef {{
 *   abi: string,
 *   hash: string,
 *   scripts: string,
 *   wasm: string,
 *   library: string,
 *   engine: string,
 * }} Bundle what the engine is started from: addresses, and the hash of all that lies there
 *
 * @typedef {{ load(compiled: string): void, handle(request: string): string }} Service
 *
 * @typedef {"files" | "snapshot"} Origin what a start was made from
 *
 * @typedef {{ type: "start", bundle: Bundle, keeps: boolean, anew: boolean }
 *   | { type: "settle", keeps: boolean }
 *   | { type: "ask", id: number, request: Request, trees: Record<string, string> }
 *   | { type: "ping" }} ToDesk
 *   `keeps`: whether a snapshot may be kept on the device; `anew`: use none; `trees`: the address of
 *   each tree's compiled JSON; `ping`: say that you live
 *
 * @typedef {{ type: "ready", origin: Origin }
 *   | { type: "view", id: number, view: View }
 *   | { type: "refused", id: number, why: Refusal, detail: string }
 *   | { type: "failed", why: "browser" | "files", detail: string }
 *   | { type: "note", note: Note }
 *   | { type: "pong" }} FromDesk
 *   `failed`: there will be no engine; `refused`: this one request cannot be answered; `note`: all is
 *   well, but not as usual
 *
 * @typedef {"tree-missing" | "tree-unreachable" | "request"} Refusal
 *
 * @typedef {"browser" | "files" | "slow" | "clock"} Cause why there is no engine: the browser may not or
 *   cannot run it, a file did not come whole, it takes too long, the device's clock is wrong
 *
 * @typedef {"no-worker" | "not-kept" | "kept-spoilt" | "revived"} Note what goes on without readers
 *   noticing: the page's own thread does the work, nothing could be kept for the next visit, what was
 *   kept was no good, the engine died and was started again
 */

/** How long a start may take before the reader is told to go on without. */
export const START_LIMIT = 30_000;

/** After how long a wait is spoken of as slow. */
export const SLOW = 8_000;

/** After how long without an answer the engine is asked whether it lives, and how long it may take to say so. */
export const SILENCE = 2_000;
export const LAST_WORD = 4_000;
