/**
 * Opens a desk for the engine in a file, in the place of ../../element/desks.js.
 *
 * Boundary: the script and the files stand in the document, as elements that nothing runs.
 * @import { OpenDesk } from "../worker.js"
 */
import { bytesOf } from "../base64.js";

/** @param {string} script address of the script, which the document holds packed */
export async function openWorker(script) {
  const files = await heldFiles();
  const address = URL.createObjectURL(await unpacked(files, script));
  const worker = new Worker(address, { name: "decision-tree" });
  worker.postMessage(files);
  return worker;
}

/** @param {string} script */
export async function openHere(script) {
  const files = await heldFiles();
  const element = document.createElement("script");
  element.textContent = await (await unpacked(files, script)).text();
  document.head.append(element);
  const { openDesk } = /** @type {{ openDesk?: OpenDesk }} */ (/** @type {unknown} */ (globalThis));
  if (!openDesk) throw new Error("the engine's script did not run");
  return (/** @type {Parameters<OpenDesk>[1]} */ tell) => openDesk(files, tell);
}

/** A start keeps a small device busy: the first question is painted before it. */
async function painted() {
  if (document.visibilityState === "hidden") return;
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** All files of the document, once it has been read to its end. */
async function heldFiles() {
  await painted();
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
  const blocks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("script[data-file]")]);
  return new Map(
    blocks.map((block) => [
      new URL(block.dataset["file"] ?? "", document.baseURI).href,
      block.textContent ?? "",
    ]),
  );
}

/**
 * @param {Map<string, string>} files
 * @param {string} script
 */
async function unpacked(files, script) {
  const packed = new Blob([bytesOf(files.get(script) ?? "")]).stream();
  const text = packed.pipeThrough(new DecompressionStream("gzip"));
  return new Response(text, { headers: { "Content-Type": "text/javascript" } }).blob();
}
