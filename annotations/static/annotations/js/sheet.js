/** On a small screen the notes are a sheet at the bottom: closed, peek, half or full. */
import { letDrag } from "./dragging.js";
import { button, make } from "./make.js";
import { icon, say } from "./strings.js";

const HEIGHTS = ["peek", "half", "full"];

export class Sheet {
  #section;
  #title;
  #behind;

  /**
   * @param {Element} section the margin
   * @param {{step: (by: number) => void, close: () => void}} answers what its buttons do
   */
  constructor(section, { step, close }) {
    this.#section = section;
    this.#behind = document.querySelectorAll("body > header, .outline, .page, body > footer");
    this.#title = make("p", { class: "sheet-title" });
    const grip = button("", () => this.#next(), { class: "grip", "aria-label": say("sheet-size") });
    section.addEventListener("focusin", (event) => this.#makeRoom(event));
    const head = make(
      "div",
      { class: "sheet-head" },
      grip,
      this.#title,
      button(icon("prev", true), () => step(-1), { class: "btn plain", "aria-label": say("previous") }),
      button(icon("next", true), () => step(1), { class: "btn plain", "aria-label": say("next") }),
      button(icon("close"), close, { class: "btn plain", "aria-label": say("close") }),
    );
    section.prepend(head);
    letDrag(section, head, {
      isSheet: () => section.classList.contains("sheet"),
      heights: () => this.#measured(),
      settle: (name) => (name === "closed" ? close() : this.set(name)),
    });
  }

  get height() {
    return this.#section.dataset.height;
  }

  /** Turns the margin into a sheet, or back. */
  use(on) {
    this.#section.classList.toggle("sheet", on);
    this.set(on ? (this.height ?? "closed") : "closed");
  }

  /** Opens at half, unless it already stands higher; writing takes the whole height. */
  open(title, isWriting = false) {
    this.#title.textContent = title;
    if (isWriting) this.set("full");
    else if (this.height !== "full") this.set("half");
    this.#section.scrollTop = 0;
  }

  set(height) {
    this.#section.dataset.height = height;
    const isSheet = this.#section.classList.contains("sheet");
    document.documentElement.dataset.sheet = isSheet ? height : "closed";
    const covers = isSheet && height === "full";
    for (const element of this.#behind) element.inert = covers;
  }

  /** Writing takes the whole height: below it comes the keyboard of the phone. */
  #makeRoom({ target }) {
    const isSheet = this.#section.classList.contains("sheet");
    if (isSheet && this.height === "half" && target.matches("textarea, input, select")) this.set("full");
  }

  /** Its heights in px; what is being written is not closed by a drag. */
  #measured() {
    const stands = this.height;
    const measured = HEIGHTS.map((name) => {
      this.#section.dataset.height = name;
      return [name, this.#section.offsetHeight];
    });
    this.#section.dataset.height = stands;
    return this.#section.querySelector(".composer") ? measured : [["closed", 0], ...measured];
  }

  #next() {
    this.set(HEIGHTS[(HEIGHTS.indexOf(this.height) + 1) % HEIGHTS.length]);
  }
}
