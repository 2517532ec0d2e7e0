/**
 * Typed parts in the reader's words: dates, numbers and lists as their language writes them.
 *
 * Boundary: a part in, a DOM node out. The exact value stays readable in the DOM: <time datetime>
 * for a day, <data value> for everything else.
 * @import { Part, Unit } from "../protocol.js"
 */

/** Units that languages have words for; any other unit is written after the number. */
/** @type {Record<string, string>} */
const MEASURES = {
  "%": "percent",
  cm: "centimeter",
  day: "day",
  days: "day",
  g: "gram",
  hour: "hour",
  hours: "hour",
  kg: "kilogram",
  km: "kilometer",
  m: "meter",
  minute: "minute",
  minutes: "minute",
  month: "month",
  months: "month",
  week: "week",
  weeks: "week",
  year: "year",
  years: "year",
};
const CURRENCY = /^[A-Z]{3}$/;

/**
 * The reader's own variety of the page's language, else the page's language.
 *
 * @param {Element} element
 */
export function languageOf(element) {
  const page = element.closest("[lang]")?.getAttribute("lang") || "en";
  const [main] = page.split("-");
  return navigator.languages.find((own) => own.split("-")[0] === main) ?? page;
}

/**
 * @param {Part} part
 * @param {string} language
 */
export function partNode(part, language) {
  const node = document.createElement(part.type === "date" ? "time" : "data");
  if (node instanceof HTMLTimeElement) node.dateTime = String(part.value);
  else node.value = part.type === "list" ? JSON.stringify(part.value) : part.value;
  node.dataset["type"] = part.type;
  if (part.type === "number") node.dataset["unit"] = typeof part.unit === "string" ? part.unit : JSON.stringify(part.unit);
  node.textContent = partText(part, language);
  return node;
}

/**
 * @param {Part} part
 * @param {string} language
 */
export function partText(part, language) {
  switch (part.type) {
    case "date":
      return dayText(part.value, language);
    case "number":
      return numberText(part.value, unitWords(part.unit, part.value, language), language);
    case "list":
      return new Intl.ListFormat(language, { type: "conjunction" }).format(part.value);
    case "words":
      return part.value;
  }
}

/**
 * @param {string} day ISO
 * @param {string} language
 */
function dayText(day, language) {
  const midnight = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(midnight);
}

/**
 * A unit as it stands after a number, by the rules of the language for one thing and for more.
 *
 * @param {Unit} unit
 * @param {string} digits
 * @param {string} language
 */
function unitWords(unit, digits, language) {
  if (typeof unit === "string") return unit;
  return new Intl.PluralRules(language).select(Number(digits)) === "one" ? unit.one : unit.other;
}

/**
 * @param {string} digits plain, so that nothing is lost on the way
 * @param {string} unit
 * @param {string} language
 */
function numberText(digits, unit, language) {
  const format = new Intl.NumberFormat(language, numberStyle(digits, unit));
  // Formats take digits as text exactly; the type library only knows numbers.
  const text = format.format(/** @type {any} */ (digits));
  const isSaid = !unit || CURRENCY.test(unit) || unit in MEASURES;
  return isSaid ? text : `${text}\u00a0${unit}`;
}

/**
 * @param {string} digits
 * @param {string} unit
 * @returns {Intl.NumberFormatOptions}
 */
function numberStyle(digits, unit) {
  if (CURRENCY.test(unit)) {
    const whole = !digits.includes(".");
    return { style: "currency", currency: unit, ...(whole && { minimumFractionDigits: 0 }) };
  }
  const measure = MEASURES[unit];
  const exact = { maximumFractionDigits: 6 };
  if (!measure) return exact;
  if (measure === "percent") return { ...exact, style: "unit", unit: measure };
  return { ...exact, style: "unit", unit: measure, unitDisplay: "long" };
}
