/**
 * The closed set of messages between the playground's page and its worker, and the shapes in them.
 *
 * Boundary: types and small constants; the shapes mirror trees.publishing.workbench.
 * @import { Bundle, Request as Walked, View } from "../protocol.js"
 */

/**
 * @typedef {{ path: string, line: number, column: number, end_line: number, end_column: number }} Span
 *   counted from 1, in characters
 *
 * @typedef {{ span: Span, text: string }} Edit what should stand at a place instead
 *
 * @typedef {{ span: Span, code: string, message: string, hint: string,
 *   severity: "error" | "warning" | "advice", mend: Edit | null }} Finding
 *
 * @typedef {{ ways: string, least: number, most: number }} Figures
 *
 * @typedef {{ findings: Finding[], tree: string | null, certificate: Figures | null }} Checked
 *   `tree`: its name, where it can be walked; `certificate`: where it is proven
 *
 * @typedef {{ do: "check", path: string, text: string }
 *   | { do: "page", tree: string }
 *   | { do: "walk", request: Walked }} Request
 *
 * @typedef {{ checked?: Checked, page?: string, view?: View }} Answer
 *   one of them; none where the request could not be answered
 *
 * @typedef {{ handle(request: string): string }} Bench
 *
 * @typedef {{ bundle: Bundle, checker: string, texts: string, directories: boolean }} Parts
 *   addresses of what a start is made from; `directories`: whether a page's address ends in a slash
 *
 * @typedef {{ type: "start", parts: Parts } | { type: "ask", id: number, request: Request }} ToBench
 *
 * @typedef {{ type: "ready" } | { type: "failed", detail: string }
 *   | { type: "told", id: number, answer: Answer }} FromBench
 */

/** How long the checker may take to start. */
export const START_LIMIT = 60_000;

/** How long one check, the proof included, may take. */
export const LIMIT = 30_000;

/** How long a check may go on, at least, while a newer text waits. */
export const PATIENCE = 3_000;
