/**
 * The row of acts below a note. The page is the same bytes for everyone and cannot say what is
 * this reader's own; the overlay does, and then the words of the row can be pressed in place.
 */
import { isPlainClick, make } from "./make.js";
import { sendJson } from "./sending.js";
import { say } from "./strings.js";

export class Acting {
  #root;
  #isKnown = false;
  #mine = new Set();
  #reacted = new Map();

  /**
   * @param {Element} root where the rows are and will come
   * @param {(result: object) => void} changed takes in a thread's card after something was done
   * @param {(html: string) => void} takeIn puts a card with more replies in the place of the one there
   */
  constructor(root, changed, takeIn) {
    this.#root = root;
    root.addEventListener("click", (event) => this.#click(event, changed, takeIn));
    root.addEventListener("keydown", (event) => {
      if (event.key !== " " || !event.target.matches("a[data-react][aria-pressed]")) return;
      event.preventDefault();
      event.target.click();
    });
  }

  /** Takes in who reads, what they wrote, and to what they reacted. */
  add({ me = null, mine = [], reacted = {} }) {
    this.#isKnown ||= Boolean(me);
    for (const id of mine) this.#mine.add(id);
    for (const [id, kinds] of Object.entries(reacted)) this.#reacted.set(id, new Set(kinds));
    this.show();
  }

  /** Whether the reader wrote this annotation. */
  isMine(id) {
    return this.#mine.has(id);
  }

  /** Shows in the rows what is this reader's own, also in those that came since. */
  show() {
    if (!this.#isKnown) return;
    for (const link of this.#root.querySelectorAll("a[data-react]:not([aria-pressed])")) this.#mark(link);
  }

  #mark(link) {
    const of = link.closest("[data-of]").dataset.of;
    if (!this.#mine.has(of)) {
      const isMine = this.#reacted.get(of)?.has(link.dataset.react) ?? false;
      link.setAttribute("role", "button");
      link.setAttribute("aria-pressed", String(isMine));
      link.classList.toggle("is-mine", isMine);
      link.querySelector("span")?.remove();
    } else if (!/\d/.test(link.textContent)) {
      link.remove();
    }
  }

  async #click(event, changed, takeIn) {
    const press = event.target.closest("[data-react][aria-pressed]");
    const more = event.target.closest("a[data-more], a[data-rest]");
    if (!(press || more) || !isPlainClick(event)) return;
    event.preventDefault();
    if (press) return this.#react(press);
    const { loadRest, openMore } = await import("./more.js");
    if (more.dataset.rest) loadRest(more, takeIn);
    else openMore(more, changed);
  }

  async #react(press) {
    const row = press.closest("[data-of]");
    const { of } = row.dataset;
    const body = { kind: press.dataset.react, on: press.getAttribute("aria-pressed") !== "true" };
    const response = await sendJson(`/api/annotations/${of}/reactions`, body);
    const answer = await response?.json().catch(() => null);
    row.parentElement.querySelector(":scope > .problem")?.remove();
    if (!response?.ok || !answer) {
      return row.after(make("p", { class: "problem", role: "alert" }, answer?.detail ?? say("no-answer")));
    }
    this.#reacted.set(of, new Set(answer.reactions.filter(({ mine }) => mine).map(({ kind }) => kind)));
    for (const each of this.#root.querySelectorAll(`[data-of="${of}"]`)) this.#count(each, answer.reactions);
    press.dispatchEvent(new CustomEvent("reacted", { bubbles: true }));
  }

  #count(row, reactions) {
    for (const { kind, name, count, mine } of reactions) {
      let press = row.querySelector(`[data-react="${kind}"]`);
      if (!press && count > 0) {
        const href = `/annotations/${row.dataset.of}/react/`;
        press = make("a", { class: "btn plain react", role: "button", href, "data-react": kind });
        row.querySelector("[data-more]").before(press);
      }
      if (!press) continue;
      press.textContent = count ? `${name} ${count}` : name;
      press.setAttribute("aria-pressed", String(mine));
      press.classList.toggle("is-mine", mine);
      if (press.name) press.name = mine ? "off" : "on";
    }
  }
}

/**
 * The row below which something opens, and what the focus returns to: acts under More open below
 * the row that More stands in, which closes.
 */
export function rowOf(link) {
  const slot = link.closest(".more-slot");
  const row = slot ? slot.previousElementSibling : (link.closest(".acts") ?? link);
  if (!slot) return { row, from: link };
  slot.remove();
  const from = row.querySelector("[data-more]");
  from.removeAttribute("aria-expanded");
  return { row, from };
}
