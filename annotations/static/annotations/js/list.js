/**
 * Notes as a list in place of the margin: those of one paragraph where there are too many to stand
 * beside it, or all that a filter lets through in another order than the text's. Twenty at a time.
 */
import { button, make } from "./make.js";
import { icon, say } from "./strings.js";

const AT_ONCE = 20;

export class NoteList {
  #keys;
  #bring;
  #box;
  #cards = make("div", { class: "note-list-cards" });
  #more = button(say("list-more"), () => this.#grow(), { class: "btn plain" });
  #shown = 0;

  /**
   * @param {string} title @param {string[]} keys of the notes in their order
   * @param {{bring: (keys: string[]) => Promise<Element[]>, close: () => void}} answers
   *   `bring` gives the cards of some notes, fetching those that are not here
   */
  constructor(title, keys, { bring, close }) {
    this.#keys = keys;
    this.#bring = bring;
    const heading = make("h3", { id: "note-list-h", tabindex: -1 }, title);
    const end = button(icon("close"), close, { class: "btn plain", "aria-label": say("close") });
    this.#box = make("section", { class: "note-list", "aria-labelledby": "note-list-h" }, make("div", { class: "note-list-head" }, heading, end), this.#cards, this.#more);
  }

  get element() {
    return this.#box;
  }

  get keys() {
    return this.#keys;
  }

  /** Shows the first of them, and gives the heading the focus where that is wished. */
  async open(focus) {
    await this.#grow();
    if (focus) this.#box.querySelector("h3").focus({ preventScroll: true });
  }

  /** Goes on until the note with this key is shown. */
  async reach(key) {
    const at = this.#keys.indexOf(key);
    while (at >= this.#shown) await this.#grow();
  }

  async #grow() {
    const next = this.#keys.slice(this.#shown, this.#shown + AT_ONCE);
    this.#shown += next.length;
    const cards = await this.#bring(next);
    // Beside the text they stood at the height of their passages
    for (const card of cards) card.style.removeProperty("inset-block-start");
    this.#cards.append(...cards);
    this.#more.hidden = this.#shown >= this.#keys.length;
  }

  /** The cards that it holds, for the margin to take back. */
  get cards() {
    return [...this.#cards.children];
  }
}
