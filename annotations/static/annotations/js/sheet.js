/** On a small screen the notes are a sheet at the bottom: closed, peek, half or full. */
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
    section.prepend(
      make(
        "div",
        { class: "sheet-head" },
        grip,
        this.#title,
        button(icon("prev", true), () => step(-1), { class: "btn plain", "aria-label": say("previous") }),
        button(icon("next", true), () => step(1), { class: "btn plain", "aria-label": say("next") }),
        button(icon("close"), close, { class: "btn plain", "aria-label": say("close") }),
      ),
    );
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
    const covers = height === "full" && this.#section.classList.contains("sheet");
    for (const element of this.#behind) element.inert = covers;
  }

  /** Writing takes the whole height: below it comes the keyboard of the phone. */
  #makeRoom({ target }) {
    const isSheet = this.#section.classList.contains("sheet");
    if (isSheet && this.height === "half" && target.matches("textarea, input, select")) this.set("full");
  }

  #next() {
    this.set(HEIGHTS[(HEIGHTS.indexOf(this.height) + 1) % HEIGHTS.length]);
  }
}
