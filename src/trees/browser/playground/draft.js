/**
 * The file that is edited: its name, what it held at first, and the address that leads back to it.
 *
 * Boundary: which text the editor begins with (from an address, kept in this tab, or as published), and
 * what is kept of it. No DOM.
 * @import { Config } from "./config.js"
 */
import { get } from "../files.js";
import { keepText, keptText } from "./kept.js";
import { pack, unpack } from "./packing.js";

export class Draft {
  /**
   * @param {string} name
   * @param {string} path
   * @param {string} original the text as the site publishes it, or that of a new tree
   * @param {string} edit where the file can be changed
   * @param {boolean} fresh whether it is a file that does not exist yet
   */
  constructor(name, path, original, edit, fresh) {
    this.name = name;
    this.path = path;
    this.original = original;
    this.edit = edit;
    this.fresh = fresh;
  }

  get file() {
    return `${this.name}.yaml`;
  }

  /** What the editor begins with. */
  get text() {
    return keptText(this.path) ?? this.original;
  }

  /** @param {string} text */
  keep(text) {
    keepText(this.path, text === this.original ? null : text);
  }

  /** The address where the file can be proposed; a host makes a new one under the name that it is told. */
  get proposal() {
    return this.fresh && this.edit ? `${this.edit}${encodeURIComponent(this.file)}` : this.edit;
  }

  /** The part of an address that holds a text. @param {string} text */
  async fragment(text) {
    return `#tree=${encodeURIComponent(this.name)}&text=${await pack(text)}`;
  }
}

/**
 * @param {Config} config
 * @param {string} name of a tree; of one that the site does not have for a new one
 */
export async function draftOf(config, name) {
  const known = config.trees.find((tree) => tree.name === name);
  if (!known) return freshDraft(config, name);
  const texts = await (await get(config.parts.texts)).json();
  return new Draft(name, known.path, texts[known.path], known.edit, false);
}

/**
 * @param {Config} config
 * @param {string} fragment of the address
 * @returns {Promise<{ draft: Draft, text: string | null, broken: boolean }>} `text`: what came along
 */
export async function draftAt(config, fragment) {
  const said = new URLSearchParams(fragment.slice(1));
  const draft = await draftOf(config, said.get("tree") || config.fresh.name);
  const packed = said.get("text");
  const text = packed === null ? null : await unpack(packed);
  return { draft, text, broken: packed !== null && text === null };
}

/**
 * @param {Config} config
 * @param {string} name
 */
function freshDraft({ folder, fresh }, name) {
  return new Draft(name, `${folder}/${name}.yaml`, fresh.text, fresh.edit, true);
}
