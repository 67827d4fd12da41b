/** Selected words get a button: beside them with a mouse, at the bottom under a finger. */
import { button, calm, isPlainClick, make } from "./make.js";
import { describe, textElementOf } from "./offsets.js";

export class Selecting {
  #prose;
  #acts;
  #instead = null;
  #atOnce = false;
  #byMouse = false;
  #bar = null;
  #shown = "";
  #coarse = matchMedia("(pointer: coarse)");
  #isPressed = false;
  #look = calm(() => this.#show(), 120);
  #settled = calm(() => this.#show(), 300); // a second or third press of the button chooses more

  /**
   * @param {Element} prose the article
   * @param {[string, (passage: object) => void][]} acts what can be done with a passage; the first is the main one
   */
  constructor(prose, acts) {
    this.#prose = prose;
    this.#acts = acts;
    prose.addEventListener("click", (event) => this.#number(event));
    document.addEventListener("selectionchange", () => this.#changed());
    document.addEventListener("pointerdown", (event) => this.#pressed(event.pointerType === "mouse"));
    document.addEventListener("keydown", () => (this.#byMouse = false));
    document.addEventListener("pointerup", () => {
      this.#isPressed = false;
      if (this.#instead) this.#settled();
      else this.#look();
    });
    document.addEventListener("pointercancel", () => (this.#isPressed = false));
  }

  #changed() {
    if (this.#isPressed || (this.#instead && this.#atOnce && this.#byMouse)) return;
    this.#look();
  }

  /** What a mouse is choosing is not looked at before it is let go. */
  #pressed(byMouse) {
    this.#isPressed = this.#byMouse = byMouse;
    if (!byMouse) return;
    this.#look.cancel();
    this.#settled.cancel();
  }

  /** Under a finger a paragraph's number selects it, and the browser's own handles shorten the choice. */
  #number(event) {
    const number = event.target.closest(".pn");
    if (!number || event.detail === 0 || !this.#coarse.matches || !isPlainClick(event)) return;
    event.preventDefault();
    getSelection().selectAllChildren(textElementOf(this.#prose, number.closest(".block").dataset.key));
    this.#look.now();
  }

  /**
   * Does one thing with all that is chosen from now on, or with null what there was to choose before. What a
   * mouse chose is taken at once; otherwise nobody knows when the choice is done, and there is a button.
   * @param {[string, (passage: object) => void] | null} act
   * @param {boolean} atOnce whether that is so, or there is a button for a mouse too
   */
  instead(act, atOnce = true) {
    this.#instead = act;
    this.#atOnce = atOnce;
    this.#hide();
  }

  #show() {
    const selection = getSelection();
    const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const passage = range && describe(range, this.#prose, { byHand: true });
    if (!passage) return this.#hide();
    const shown = JSON.stringify(passage);
    if (this.#atOnce && this.#instead && this.#byMouse) return this.#take(passage, this.#instead[1]);
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

  #take(passage, act) {
    this.#hide();
    getSelection().removeAllRanges();
    act(passage);
  }

  /** The button stands in the block where the selection ends, so that Tab goes to it next. */
  #place(range, passage) {
    this.#hide();
    const offered = this.#instead ? [this.#instead] : this.#acts;
    const acts = offered.map(([words, act], i) =>
      button(words, () => this.#take(passage, act), { class: i === 0 ? "btn primary" : "btn" }),
    );
    const bar = make("div", { class: "select-bar", role: "toolbar", "aria-label": offered[0][0] }, ...acts);
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
