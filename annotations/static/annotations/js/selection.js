/** Selected words get a button: beside them with a mouse, at the bottom under a finger. */
import { button, calm, make } from "./make.js";
import { describe, textElementOf } from "./offsets.js";
import { say } from "./strings.js";

export class Selecting {
  #prose;
  #annotate;
  #words;
  #bar = null;
  #coarse = matchMedia("(pointer: coarse)");
  #isPressed = false;
  #look = calm(() => this.#show(), 120);

  /**
   * @param {Element} prose the article
   * @param {(passage: object) => void} annotate begins a note on a passage
   * @param {string} words what the button says
   */
  constructor(prose, annotate, words = say("annotate")) {
    this.#prose = prose;
    this.#annotate = annotate;
    this.#words = words;
    document.addEventListener("selectionchange", () => !this.#isPressed && this.#look());
    document.addEventListener("pointerdown", (event) => (this.#isPressed = event.pointerType === "mouse"));
    document.addEventListener("pointerup", () => {
      this.#isPressed = false;
      this.#look();
    });
    document.addEventListener("pointercancel", () => (this.#isPressed = false));
  }

  #show() {
    const selection = getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const passage = range && describe(range, this.#prose);
    if (!passage) return this.#hide();
    this.#place(range, passage);
  }

  #hide() {
    this.#bar?.remove();
    this.#bar = null;
  }

  /** The button stands in the block where the selection ends, so that Tab goes to it next. */
  #place(range, passage) {
    this.#hide();
    const begin = () => {
      this.#hide();
      getSelection().removeAllRanges();
      this.#annotate(passage);
    };
    const bar = make(
      "div",
      { class: "select-bar", role: "toolbar", "aria-label": this.#words },
      button(this.#words, begin, { class: "btn primary" }),
    );
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
    const rects = [...range.getClientRects()].filter((rect) => rect.width > 0);
    const last = rects.at(-1) ?? range.getBoundingClientRect();
    const frame = block.getBoundingClientRect();
    const left = Math.max(0, Math.min(last.right - frame.left - bar.offsetWidth / 2, frame.width - bar.offsetWidth));
    bar.style.setProperty("left", `${Math.round(left)}px`);
    bar.style.setProperty("top", `${Math.round(Math.min(last.bottom, frame.bottom) - frame.top + 6)}px`);
  }
}
