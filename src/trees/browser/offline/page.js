/**
 * The module that every page loads: has the site kept on the device, and tells of a new version.
 *
 * Boundary: registers sw.js, shows one line, and reloads only when the reader says so. Where service
 * workers are not possible, nothing happens.
 */
import { goOn } from "../element/travel.js";
import { ROOT } from "../place.js";
import { calm, idle } from "./calm.js";
import { showLine } from "./line.js";
import { TAKE_OVER, TIDY_UP } from "./names.js";
import { declinesCopies, heedAddress, removeAll } from "./wish.js";

const RELOADED = "decision-trees-reloaded";
/** A page that stays open asks for news when the reader comes back to it, but not all the time. */
const NEWS = 3_600_000;

/** @type {Record<string, string>} */
const words = JSON.parse(document.querySelector("[data-dt-line]")?.getAttribute("data-dt-line") ?? "{}");

if (isPossible()) begin().catch((error) => console.info("decision-tree: no copy kept:", String(error)));

function isPossible() {
  return "serviceWorker" in navigator && "caches" in globalThis && location.protocol !== "file:";
}

async function begin() {
  takeFocusAlong();
  if (heedAddress()) return leave();
  if (declinesCopies()) return;
  const known = await navigator.serviceWorker.getRegistration(ROOT);
  if (known?.scope === ROOT.href) return watch(known);
  if (await calm()) watch(await navigator.serviceWorker.register(new URL("sw.js", ROOT), { type: "module" }));
}

async function leave() {
  await removeAll();
  say("copy-removed", "copy-again", () => (location.search = "sw"));
}

/** @param {ServiceWorkerRegistration} registration */
function watch(registration) {
  const { serviceWorker } = navigator;
  const isOlder = serviceWorker.controller !== null;
  if (!isOlder) return; // this page came from the network just now
  const tell = () => say("updated", "reload", () => reload(registration));
  const look = () => registration.waiting && tell();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", look),
  );
  // In another tab the reader took the new version.
  serviceWorker.addEventListener("controllerchange", tell);
  look();
  askNowAndThen(registration);
  idle().then(() => serviceWorker.controller?.postMessage(TIDY_UP));
}

/**
 * @param {string} sentence
 * @param {string} deed
 * @param {() => void} press
 */
function say(sentence, deed, press) {
  showLine(words[sentence] ?? "", words[deed] ?? "", press);
}

/** @param {ServiceWorkerRegistration} registration */
function askNowAndThen(registration) {
  let asked = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || performance.now() - asked < NEWS) return;
    asked = performance.now();
    registration.update().catch(() => {}); // no network: another time
  });
}

/** @param {ServiceWorkerRegistration} registration */
function reload({ waiting }) {
  markReload();
  if (!waiting) return location.reload();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
  waiting.postMessage(TAKE_OVER);
}

function markReload() {
  try {
    sessionStorage.setItem(RELOADED, "");
  } catch {
    // The focus begins at the top then, as after any reload.
  }
}

/** After a reload that the reader asked for here, focus goes to the question that they were at. */
function takeFocusAlong() {
  try {
    if (sessionStorage.getItem(RELOADED) === null) return;
    sessionStorage.removeItem(RELOADED);
    if (document.querySelector("decision-tree")) goOn();
  } catch {
    // Without storage, nothing was marked.
  }
}
