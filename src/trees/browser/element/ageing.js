/**
 * <dt-ageing until="2027-11-22" hidden>: words that are said once a day has passed.
 *
 * Boundary: the words and the day are the page's; only what day it is today is known here.
 */
import { today } from "./address.js";

export class Ageing extends HTMLElement {
  connectedCallback() {
    this.hidden = today() <= (this.getAttribute("until") ?? "");
  }
}
