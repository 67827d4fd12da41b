/**
 * The notes beside the text: each card at the height of its passage, the chosen one
 * exactly, the others as near as they fit. Choosing a passage chooses its card and back.
 */
import { calm, fragment } from "./make.js";
import { keyOf } from "./passages.js";
import { say } from "./strings.js";
import { Sheet } from "./sheet.js";

const GAP = 10;
const RISE = 8;
const FAR = 1.5; // windows away: what stands there is neither measured nor moved in a hurry

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
  #order = new Map();
  #beginnings = new WeakMap();
  #placedFrom = 0;
  #only = null;
  #list = null;
  #wide = matchMedia("(min-width: 64.0625rem)");
  #heights = new WeakMap();
  #tops = new WeakMap();
  #later = calm((far, end) => this.#writeRest(far, end), 300);
  #width = 0;
  #watch = new ResizeObserver((entries) => this.#resized(entries));

  /** Asked for the card of a thread that is not here yet; answers when it has come. */
  onMissing = async () => {};

  constructor(section, prose, passages) {
    this.#section = section;
    this.#prose = prose;
    this.#passages = passages;
    prose.querySelectorAll(".block[data-key]").forEach((block, i) => this.#order.set(block.dataset.key, i));
    this.#sheet = new Sheet(section, { step: (by) => this.step(by), close: () => this.clear() });
    this.#watch.observe(prose);
    for (const card of this.#cards()) this.#watch.observe(card);
    this.#listen();
    this.#reshape();
  }

  #listen() {
    this.#prose.addEventListener("click", (event) => this.#clickInText(event));
    this.#section.addEventListener("click", (event) => this.#clickInNotes(event));
    addEventListener("hashchange", () => this.followHash());
    document.addEventListener("scroll", () => this.#scrolled(), { passive: true });
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

  /** The rows that count what does not stand beside a paragraph for itself. */
  #crowds() {
    return [...this.#section.querySelectorAll(":scope > .crowd")].filter((row) => !row.hidden);
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
    for (const row of this.#section.querySelectorAll(":scope > .crowd")) row.hidden = this.#only !== null;
  }

  get isChosen() {
    return this.#chosen !== null;
  }

  #card(key) {
    const card = document.getElementById(`n-${key}`);
    return card && this.#section.contains(card) ? card : null;
  }

  /** What was not laid out before has its height now: the same frame shows everything in place. */
  #resized(entries) {
    const isOther = ({ target }) => this.#heights.get(target) !== target.offsetHeight;
    if (this.#width !== this.#prose.offsetWidth || entries.some(isOther)) this.place();
  }

  /** Passages that the reader nears are measured: until then their cards stand by the paragraph. */
  #scrolled() {
    if (this.#wide.matches && Math.abs(scrollY - this.#placedFrom) > innerHeight) this.place();
  }

  /** Measures everything, then writes what is in sight, so that layout runs once, and over little. */
  place() {
    const items = [...this.#shown(), ...this.#crowds(), ...(this.#slot ? [this.#slot] : [])];
    if (!this.#wide.matches) return this.#loosen(items);
    this.#section.classList.add("is-placed");
    this.#placedFrom = scrollY;
    this.#width = this.#prose.offsetWidth;
    this.#heights.set(this.#prose, this.#prose.offsetHeight);
    const origin = this.#section.getBoundingClientRect().top;
    const slots = this.#slots(items, origin);
    const fixed = slots.findIndex(({ item }) => item === (this.#slot ?? this.#card(this.#chosen)));
    const tops = stack(slots, Math.max(0, fixed));
    const far = this.#writeNear(slots, tops, -origin);
    this.#later(far, slots.length ? tops.at(-1) + slots.at(-1).height : 0);
  }

  #loosen(items) {
    this.#later.cancel();
    for (const item of items) {
      item.style.removeProperty("inset-block-start");
      this.#tops.delete(item);
    }
    this.#section.style.removeProperty("min-height");
  }

  /** What is to stand beside the text, by the height at which it wishes to. */
  #slots(items, origin) {
    const frames = new Map();
    const last = new Map(); // the wish of the last card beside each block
    const slots = items.map((item) => {
      const { block } = item.dataset;
      if (!frames.has(block)) frames.set(block, this.#frameOf(block));
      const slot = { item, block, wish: this.#topOf(item, frames.get(block)) - origin - RISE, height: item.offsetHeight };
      this.#heights.set(item, slot.height);
      last.set(block, Math.max(slot.wish, last.get(block) ?? slot.wish));
      return slot;
    });
    // A count follows the last of the cards that stand beside its paragraph
    for (const slot of slots) if (slot.item.matches(".crowd")) slot.wish = last.get(slot.block);
    return slots.sort((a, b) => a.wish - b.wish);
  }

  /** What is in sight, or near, is moved at once; the rest is answered, each with its top. */
  #writeNear(slots, tops, seen) {
    const far = new Map();
    const isNear = (top, height) => top + height > seen - FAR * innerHeight && top < seen + (1 + FAR) * innerHeight;
    slots.forEach(({ item, height }, i) => {
      const top = Math.round(tops[i]);
      const old = this.#tops.get(item);
      if (old === top) return;
      if (old === undefined || isNear(top, height) || isNear(old, height)) this.#put(item, top);
      else far.set(item, top);
    });
    return far;
  }

  /** When things are quiet: each that moves costs a calculation of its style, and the length one of all. */
  #writeRest(far, end) {
    for (const [item, top] of far) this.#put(item, top);
    this.#section.style.setProperty("min-height", `${Math.ceil(end)}px`);
  }

  #put(item, top) {
    this.#tops.set(item, top);
    item.style.setProperty("inset-block-start", `${top}px`);
  }

  #frameOf(key) {
    return (document.getElementById(`p-${key}`) ?? this.#prose).getBoundingClientRect();
  }

  /** Where the passage of a card begins; far from the window the place in its block that is known. */
  #topOf(item, { top, bottom, width, height } = this.#frameOf(item.dataset.block)) {
    const isExact = item === this.#slot || keyOf(item) === this.#chosen;
    const known = this.#beginnings.get(item);
    if (!isExact && known?.width === width && known.height === height) return top + known.below;
    if (!isExact && (bottom < -FAR * innerHeight || top > (1 + FAR) * innerHeight)) return top;
    const [rect] = item === this.#slot ? (this.#slotPlace?.getClientRects() ?? []) : this.#passages.rectsOf(keyOf(item));
    if (!rect) return top;
    this.#beginnings.set(item, { width, height, below: rect.top - top });
    return rect.top;
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
    const cards = [...fragment(html).querySelectorAll(".card, .crowd")];
    const fresh = [];
    for (const card of cards) {
      const old = card.id && document.getElementById(card.id);
      if (old) replace(old, card);
      else fresh.push(card);
      this.#watch.observe(card);
    }
    this.#sortIn(fresh);
    if (cards.length > 0) this.#section.querySelector(".margin-empty")?.remove();
    if (this.#only) this.#sift();
    this.place();
  }

  /** Takes out the card of a thread that is no more. */
  remove(key) {
    if (this.#chosen === key) this.clear();
    this.#card(key)?.remove();
    this.place();
  }

  /** Puts each before the first card of a later block, so that the notes are read in the text's order. */
  #sortIn(fresh) {
    const cards = this.#cards();
    for (const one of fresh) {
      const at = this.#placeIn(cards, one);
      this.#section.insertBefore(one, cards[at] ?? null);
      if (one.matches(".card")) cards.splice(at, 0, one);
    }
  }

  #placeIn(cards, card) {
    const at = this.#orderOf(card);
    let [low, high] = [0, cards.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#orderOf(cards[middle]) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #orderOf(card) {
    return this.#order.get(card.dataset.block) ?? -1;
  }

  /** Puts a list of notes in place of the margin. */
  async openList(list, title, focus) {
    this.closeList();
    this.#list = list;
    this.#section.append(list.element);
    this.#section.classList.add("is-list");
    if (!this.#wide.matches) this.#sheet.open(title);
    await list.open(focus);
    for (const card of list.cards) card.hidden = false;
    this.place();
  }

  /** Takes the cards of the list back beside the text. */
  closeList() {
    const list = this.#list;
    if (!list) return;
    this.#list = null;
    this.#section.classList.remove("is-list");
    for (const card of list.cards) this.#tops.delete(card);
    this.#sortIn(list.cards);
    list.element.remove();
    if (!this.#chosen) this.#sheet.set("closed");
    this.#sift();
    this.place();
  }

  get isList() {
    return this.#list !== null;
  }

  /**
   * Chooses a thread: its passage, its card, the address.
   * @param {{focus?: boolean, scroll?: boolean}} wish whether the card takes the focus, the passage comes into view
   */
  async choose(key, { focus = false, scroll = false } = {}) {
    if (this.#list) await this.#reach(key);
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
    if (scroll || this.#list || !this.#wide.matches) this.#bringIn(key);
    if (this.#list) card.scrollIntoView({ block: "nearest" });
    if (focus) this.#focus(card);
    return true;
  }

  /** A note that the list does not hold closes it. */
  async #reach(key) {
    if (this.#list.keys.includes(key)) await this.#list.reach(key);
    else this.closeList();
  }

  /** A note on the article as a whole stands below the text, not beside it. */
  #outside(key, { focus, scroll }) {
    const card = document.getElementById(`n-${key}`);
    if (card) this.clear();
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
    const [rect] = this.#passages.rectsOf(key);
    if (!rect) return;
    const free = this.#wide.matches ? innerHeight : innerHeight * 0.45;
    const covered = coveredAbove();
    const isThere = rect.top > covered && rect.bottom < free - 24;
    const wished = Math.max(covered + 16, Math.min(160, free / 3));
    if (!isThere) scrollTo({ top: rect.top + scrollY - wished, behavior: "instant" });
  }

  /** Lets the chosen thread go; the focus returns to its passage when it was in the notes. */
  clear() {
    const key = this.#chosen;
    if (!key) return this.#list ? this.closeList() : this.#sheet.set("closed");
    const hadFocus = this.#section.contains(document.activeElement);
    this.#card(key)?.classList.remove("is-chosen");
    this.#chosen = null;
    this.#passages.choose(null);
    if (!this.#list) this.#sheet.set("closed");
    history.replaceState(history.state, "", location.pathname + location.search);
    this.place();
    if (hadFocus) this.#passages.siglumOf(key)?.focus({ preventScroll: true });
  }

  /** Chooses the thread that the address names: `#n-12`, or `#a-…` of a reply in a card. */
  async followHash() {
    const name = decodeURIComponent(location.hash.slice(1));
    const card = document.getElementById(name)?.closest(".margin .card");
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
    const card = event.target.closest(".margin .card");
    if (!card) return;
    if (event.target.closest(".key")) {
      event.preventDefault();
      this.choose(keyOf(card), { scroll: true });
      this.#passages.siglumOf(keyOf(card))?.focus({ preventScroll: true });
    } else if (!event.target.closest("a, button, input, select, textarea, summary, form") && getSelection().isCollapsed) {
      this.choose(keyOf(card));
    }
  }

  /** The chosen card; null where none is. */
  get card() {
    return this.#card(this.#chosen);
  }

  /** Gives the chosen card the focus. */
  focus() {
    this.#focus(this.card);
  }

  /** Whether something is being written beside the text. */
  get isWriting() {
    return this.#slot !== null;
  }

  /** Chooses the next or the previous card, from the chosen one or from where the reader is. */
  step(by, focus = false) {
    const cards = this.#list?.cards ?? this.#shown();
    const at = this.#chosen ? cards.indexOf(this.card) : this.#reached(cards) - (by > 0 ? 1 : 0);
    const next = cards[at + by];
    if (next) this.choose(keyOf(next), { focus, scroll: true });
  }

  /** The place of the first card whose passage lies below the window's top. */
  #reached(cards) {
    const at = cards.findIndex((card) => this.#topOf(card) > 64);
    return at < 0 ? cards.length : at;
  }
}

/** How much of the window the head covers, and where it stands below it the bar of what is new. */
function coveredAbove() {
  const bar = document.querySelector(".catch-up:not([hidden])")?.getBoundingClientRect();
  return bar && bar.top < innerHeight / 2 ? bar.bottom : 64;
}

/** Puts a card in the place of an older one of the same thread, as open and as chosen as that. */
function replace(old, card) {
  card.classList.toggle("is-chosen", old.classList.contains("is-chosen"));
  const isOpen = old.querySelector(":scope > .settled[open]");
  if (isOpen) card.querySelector(":scope > .settled")?.setAttribute("open", "");
  old.replaceWith(card);
}
