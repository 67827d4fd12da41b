/** Selected words get a button: beside them with a mouse, at the bottom under a finger. */
import { button, calm, isPlainClick, make } from "./make.js";
import { describe, textElementOf } from "./offsets.js";

export class Selecting {
  #prose;
  #acts;
  #bar = null;
  #shown = "";
  #coarse = matchMedia("(pointer: coarse)");
  #isPressed = false;
  #look = calm(() => this.#show(), 120);

  /**
   * @param {Element} prose the article
   * @param {[string, (passage: object) => void][]} acts what can be done with a passage; the first is the main one
   */
  constructor(prose, acts) {
    this.#prose = prose;
    this.#acts = acts;
    prose.addEventListener("click", (event) => this.#number(event));
    document.addEventListener("selectionchange", () => !this.#isPressed && this.#look());
    document.addEventListener("pointerdown", (event) => (this.#isPressed = event.pointerType === "mouse"));
    document.addEventListener("pointerup", () => {
      this.#isPressed = false;
      this.#look();
    });
    document.addEventListener("pointercancel", () => (this.#isPressed = false));
  }

  /** Under a finger a paragraph's number selects it, and the browser's own handles shorten the choice. */
  #number(event) {
    const number = event.target.closest(".pn");
    if (!number || event.detail === 0 || !this.#coarse.matches || !isPlainClick(event)) return;
    event.preventDefault();
    getSelection().selectAllChildren(textElementOf(this.#prose, number.closest(".block").dataset.key));
    this.#look.now();
  }

  #show() {
    const selection = getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const passage = range && describe(range, this.#prose, { byHand: true });
    if (!passage) return this.#hide();
    const shown = JSON.stringify(passage);
    // a bar made anew under the finger that is pressing it would lose the press
    if (this.#bar && shown === this.#shown) return;
    this.#place(range, passage);
    this.#shown = shown;
  }

  #hide() {
    this.#bar?.parentElement?.classList.remove("is-held");
    this.#bar?.remove();
    this.#bar = null;
  }

  /** The button stands in the block where the selection ends, so that Tab goes to it next. */
  #place(range, passage) {
    this.#hide();
    const acts = this.#acts.map(([words, act], i) => {
      const begin = () => {
        this.#hide();
        getSelection().removeAllRanges();
        act(passage);
      };
      return button(words, begin, { class: i === 0 ? "btn primary" : "btn" });
    });
    const bar = make("div", { class: "select-bar", role: "toolbar", "aria-label": this.#acts[0][0] }, ...acts);
    // pressing the button must not take the selection away first
    bar.addEventListener("pointerdown", (event) => event.preventDefault());
    bar.addEventListener("mousedown", (event) => event.preventDefault());
    this.#bar = bar;
    if (this.#coarse.matches) {
      bar.classList.add("at-bottom");
      document.body.append(bar);
      return;
    }
    const block = textElementOf(this.#prose, passage.end_key).closest(".block");
    block.append(bar);
    block.classList.add("is-held");
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const last = rects.at(-1) ?? range.getBoundingClientRect();
    const frame = block.getBoundingClientRect();
    const left = Math.max(0, Math.min(last.right - frame.left - bar.offsetWidth / 2, frame.width - bar.offsetWidth));
    bar.style.setProperty("left", `${Math.round(left)}px`);
    bar.style.setProperty("top", `${Math.round(Math.min(last.bottom, frame.bottom) - frame.top + 6)}px`);
  }
}
