// What the packet of an outcome writes: JSON in ({ reminders, now, views }), JSON out.
import { readFileSync } from "node:fs";
import { calendarOf } from "../../src/trees/browser/element/packet/ics.js";
import { sharedState } from "../../src/trees/browser/element/packet/link.js";
import { doneAt, keepDone } from "../../src/trees/browser/element/packet/ticks.js";
import { reportOf } from "../../src/trees/browser/element/packet/report.js";

const { reminders = [], now, views = [], words = {}, visits = [] } = JSON.parse(readFileSync(0, "utf8"));
/** What is known of the steps after each deed, in a browser whose storage is as given. */
function ticked({ storage, deeds }) {
  const held = new Map();
  const refuse = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const stores = {
    works: () => ({
      getItem: (name) => held.get(name) ?? null,
      setItem: (name, text) => held.set(name, text),
      removeItem: (name) => held.delete(name),
    }),
    full: () => ({ ...stores.works(), setItem: refuse }),
    filling: () => ({ ...stores.works(), setItem: held.size ? refuse : stores.works().setItem }),
    forbidden: refuse,
    spoilt: () => ({ ...stores.works(), getItem: () => "{" }),
  };
  Object.defineProperty(globalThis, "localStorage", { configurable: true, get: stores[storage] });
  return deeds.map(([outcome, steps]) => {
    keepDone(outcome, steps);
    return [[...doneAt(outcome)], Object.fromEntries(held)];
  });
}

const place = (view) => ({ tree: view.here.tree, node: view.here.node, view });
console.log(
  JSON.stringify({
    ticks: visits.map(ticked),
    calendars: reminders.map((reminder) => calendarOf(reminder, new Date(now))),
    links: views.map((view) => sharedState(view, false)),
    whole: views.map((view) => sharedState(view, true)),
    reports: views.map((view) => reportOf(place(view), { words }, "No")),
  }),
);
