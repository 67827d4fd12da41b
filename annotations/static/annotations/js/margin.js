/**
 * The notes beside the text: each card at the height of its passage, the chosen one
 * exactly, the others as near as they fit. Choosing a passage chooses its card and back.
 */
import { fragment, make } from "./make.js";
import { keyOf } from "./passages.js";
import { say } from "./strings.js";
import { Sheet } from "./sheet.js";

const GAP = 10;
const RISE = 8;

/**
 * Tops of things of these heights that wish to stand at these tops, without overlap, sorted
 * by wish: the fixed one gets its wish, those after it move down, those before it move up.
 */
export function stack(slots, fixed, gap = GAP) {
  const tops = slots.map((slot) => slot.wish);
  for (let i = fixed + 1; i < slots.length; i++) {
    tops[i] = Math.max(tops[i], tops[i - 1] + slots[i - 1].height + gap);
  }
  for (let i = fixed - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i], tops[i + 1] - slots[i].height - gap);
  }
  return tops;
}

export class Margin {
  #section;
  #prose;
  #passages;
  #sheet;
  #chosen = null;
  #slot = null;
  #slotPlace = null;
  #scheduled = false;
  #order = new Map();
  #only = null;
  #wide = matchMedia("(min-width: 64.0625rem)");
  #watch = new ResizeObserver(() => this.#soon());

  /** Asked for the card of a thread that is not here yet; answers when it has come. */
  onMissing = async () => {};

  constructor(section, prose, passages) {
    this.#section = section;
    this.#prose = prose;
    this.#passages = passages;
    prose.querySelectorAll(".block[data-key]").forEach((block, i) => this.#order.set(block.dataset.key, i));
    this.#sheet = new Sheet(section, { step: (by) => this.#step(by), close: () => this.clear() });
    this.#watch.observe(prose);
    for (const card of this.#cards()) this.#watch.observe(card);
    this.#listen();
    this.#reshape();
  }

  #listen() {
    this.#prose.addEventListener("click", (event) => this.#clickInText(event));
    this.#section.addEventListener("click", (event) => this.#clickInNotes(event));
    addEventListener("keydown", (event) => this.#escape(event));
    addEventListener("hashchange", () => this.followHash());
    this.#wide.addEventListener("change", () => this.#reshape());
  }

  #reshape() {
    this.#sheet.use(!this.#wide.matches);
    this.place();
  }

  #cards() {
    return [...this.#section.querySelectorAll(":scope > .card")];
  }

  #shown() {
    return this.#cards().filter((card) => !card.hidden);
  }

  /** Shows the cards of these threads alone (a set of keys), or all again with null. */
  only(keys) {
    this.#only = keys;
    this.#sift();
    if (this.#chosen && keys && !keys.has(this.#chosen)) this.clear();
    this.place();
  }

  #sift() {
    for (const card of this.#cards()) card.hidden = Boolean(this.#only && !this.#only.has(keyOf(card)));
  }

  get isChosen() {
    return this.#chosen !== null;
  }

  #card(key) {
    const card = document.getElementById(`n-${key}`);
    return card && this.#section.contains(card) ? card : null;
  }

  #soon() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.place();
    });
  }

  /** Measures everything, then writes everything, so that layout runs once. */
  place() {
    const items = this.#slot ? [...this.#shown(), this.#slot] : this.#shown();
    if (!this.#wide.matches) {
      for (const item of items) item.style.removeProperty("inset-block-start");
      this.#section.style.removeProperty("min-height");
      return;
    }
    this.#section.classList.add("is-placed");
    const origin = this.#section.getBoundingClientRect().top;
    const slots = items.map((item) => ({ item, wish: this.#topOf(item) - origin - RISE, height: item.offsetHeight }));
    slots.sort((a, b) => a.wish - b.wish);
    const fixed = slots.findIndex(({ item }) => item === (this.#slot ?? this.#card(this.#chosen)));
    const tops = stack(slots, Math.max(0, fixed));
    slots.forEach(({ item }, i) => item.style.setProperty("inset-block-start", `${Math.round(tops[i])}px`));
    const end = slots.length ? tops.at(-1) + slots.at(-1).height : 0;
    this.#section.style.setProperty("min-height", `${Math.ceil(end)}px`);
  }

  #topOf(item) {
    const beginning = item === this.#slot ? this.#slotPlace : this.#passages.beginningOf(keyOf(item));
    const rect = beginning?.getClientRects()[0];
    if (rect) return rect.top;
    const block = document.getElementById(`p-${item.dataset.block}`);
    return (block ?? this.#prose).getBoundingClientRect().top;
  }

  /** Holds a composer at the height of a passage (a range) or a block; answers the way to let go. */
  hold(slot, key, range, title) {
    this.#slot = slot;
    this.#slotPlace = range;
    slot.dataset.block = key ?? "";
    this.#section.append(slot);
    this.#section.classList.add("is-composing");
    this.#watch.observe(slot);
    this.place();
    if (!this.#wide.matches) this.#sheet.open(title, true);
    return () => this.#letGo(slot);
  }

  #letGo(slot) {
    slot.remove();
    if (this.#slot !== slot) return;
    this.#slot = null;
    this.#section.classList.remove("is-composing");
    this.#sheet.set(this.#chosen ? "half" : "closed");
    this.place();
  }

  /** Takes cards in from the server's HTML; one that is here already is replaced. */
  insert(html) {
    const cards = [...fragment(html).querySelectorAll(".card")];
    for (const card of cards) {
      const old = document.getElementById(card.id);
      if (old) {
        card.classList.toggle("is-chosen", old.classList.contains("is-chosen"));
        old.replaceWith(card);
      } else {
        this.#section.insertBefore(card, this.#after(card));
      }
      this.#watch.observe(card);
    }
    if (cards.length > 0) this.#section.querySelector(".margin-empty")?.remove();
    if (this.#only) this.#sift();
    this.place();
  }

  /** The card before which another belongs, so that the notes are read in the text's order. */
  #after(card) {
    const at = this.#order.get(card.dataset.block) ?? -1;
    return this.#cards().find((other) => (this.#order.get(other.dataset.block) ?? -1) > at) ?? null;
  }

  /**
   * Chooses a thread: its passage, its card, the address.
   * @param {{focus?: boolean, scroll?: boolean}} wish whether the card takes the focus, the passage comes into view
   */
  async choose(key, { focus = false, scroll = false } = {}) {
    if (!this.#card(key)) await this.onMissing(key);
    const card = this.#card(key);
    if (!card) return this.#outside(key, { focus, scroll });
    this.#card(this.#chosen)?.classList.remove("is-chosen");
    this.#chosen = key;
    card.hidden = false;
    card.classList.add("is-chosen");
    this.#passages.choose(key);
    history.replaceState(history.state, "", `#n-${key}`);
    this.place();
    if (!this.#wide.matches) this.#sheet.open(say("note", { label: card.dataset.label }));
    if (scroll || !this.#wide.matches) this.#bringIn(key);
    if (focus) this.#focus(card);
    return true;
  }

  /** A note on the article as a whole stands below the text, not beside it. */
  #outside(key, { focus, scroll }) {
    const card = document.getElementById(`n-${key}`);
    if (scroll) card?.scrollIntoView({ block: "nearest" });
    if (focus && card) this.#focus(card);
    return Boolean(card);
  }

  #focus(card) {
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
  }

  /** Scrolls the passage into the part of the window that stays free. */
  #bringIn(key) {
    const rect = this.#passages.beginningOf(key)?.getClientRects()[0];
    if (!rect) return;
    const free = this.#wide.matches ? innerHeight : innerHeight * 0.45;
    const isThere = rect.top > 64 && rect.bottom < free - 24;
    if (!isThere) scrollTo({ top: rect.top + scrollY - Math.min(160, free / 3), behavior: "instant" });
  }

  /** Lets the chosen thread go; the focus returns to its passage when it was in the notes. */
  clear() {
    const key = this.#chosen;
    if (!key) return this.#sheet.set("closed");
    const hadFocus = this.#section.contains(document.activeElement);
    this.#card(key)?.classList.remove("is-chosen");
    this.#chosen = null;
    this.#passages.choose(null);
    this.#sheet.set("closed");
    history.replaceState(history.state, "", location.pathname + location.search);
    this.place();
    if (hadFocus) this.#passages.siglumOf(key)?.focus({ preventScroll: true });
  }

  /** Chooses the thread that the address names: `#n-12`, or `#a-…` of a reply in a card. */
  async followHash() {
    const name = decodeURIComponent(location.hash.slice(1));
    const card = document.getElementById(name)?.closest(".margin > .card");
    const key = card ? keyOf(card) : name.startsWith("n-") ? this.#keyOf(name.slice(2)) : null;
    if (key && key !== this.#chosen) await this.choose(key, { scroll: true });
  }

  /** A thread by what people cite: the label of a group's note is its key but for the group. */
  #keyOf(label) {
    const cited = this.#cards().find((card) => card.dataset.label === label);
    return cited ? keyOf(cited) : label;
  }

  #clickInText(event) {
    const siglum = event.target.closest(".siglum:not(.more)");
    if (siglum && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      this.choose(keyOf(siglum), { focus: true });
      return;
    }
    if (event.target.closest("a, button") || !getSelection().isCollapsed) return;
    const keys = this.#passages.at(event);
    if (keys.length === 0) return;
    this.choose(keys[(keys.indexOf(this.#chosen) + 1) % keys.length]);
  }

  #clickInNotes(event) {
    const card = event.target.closest(".margin > .card");
    if (!card) return;
    if (event.target.closest(".key")) {
      event.preventDefault();
      this.choose(keyOf(card), { scroll: true });
      this.#passages.siglumOf(keyOf(card))?.focus({ preventScroll: true });
    } else if (!event.target.closest("a, button, input, select, textarea, summary, form") && getSelection().isCollapsed) {
      this.choose(keyOf(card));
    }
  }

  #escape(event) {
    if (event.key !== "Escape" || event.defaultPrevented || this.#slot) return;
    if (this.#chosen) this.clear();
  }

  #step(by) {
    const cards = this.#shown();
    const next = cards[cards.indexOf(this.#card(this.#chosen)) + by];
    if (next) this.choose(keyOf(next), { scroll: true });
  }
}

/** Puts the signs of passages that have no mark into the outer edge of their blocks. */
export function showSigla(passages, prose) {
  for (const key of new Set(passages.map((passage) => passage.end_key))) {
    const block = prose.querySelector(`.block[data-key="${CSS.escape(key)}"]`);
    if (!block) continue;
    let list = block.querySelector(":scope > .own");
    if (!list) {
      list = make("ul", { class: "own", "aria-label": say("private") });
      block.append(list);
    }
    for (const passage of passages.filter(({ end_key }) => end_key === key)) list.append(siglum(passage));
    spread(block, list, passages);
  }
}

function siglum({ label, key }) {
  const link = make("a", {
    class: "siglum",
    id: `s-${key}`,
    href: `#n-${key}`,
    "data-label": label,
    "aria-label": say("note", { label }),
  });
  return make("li", {}, link);
}

function spread(block, list, passages) {
  const origin = block.getBoundingClientRect().top;
  const ends = new Map(passages.map(({ key, range }) => [key, [...range.getClientRects()].at(-1)?.top ?? origin]));
  const items = [...list.children].map((item) => ({ item, wish: (ends.get(keyOf(item.firstChild)) ?? origin) - origin }));
  items.sort((a, b) => a.wish - b.wish);
  let free = 0;
  for (const { item, wish } of items) {
    const top = Math.max(free, wish);
    item.style.setProperty("inset-block-start", `${Math.round(top)}px`);
    free = top + 24;
  }
}
