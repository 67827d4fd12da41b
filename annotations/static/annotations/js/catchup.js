/**
 * Catching up: what is new to this reader is marked, counted and walked in the order of the text.
 * It is read when they went to it, chose its note, or had it before them for as long as its words
 * take; that is sent in batches.
 */
import { bind } from "./keys.js";
import { isInView, Lingering } from "./lingering.js";
import { announce, button, make } from "./make.js";
import { keyOf } from "./passages.js";
import { fetchWith, headOf, openingActs, reach, standsAt, wordsOf } from "./reaching.js";
import { Seen } from "./seen.js";
import { icon, say } from "./strings.js";

export class CatchUp {
  #prose;
  #margin;
  #bring;
  #takeIn;
  #isMine;
  #entries = [];
  #at = null;
  #title = document.title;
  #order;
  #bar;
  #seen;
  #chosen = null;
  #lingering = new Lingering();
  #watched = new Map();

  /**
   * @param {{prose: Element, margin: import("./margin.js").Margin,
   *   bring: (one: object) => Promise<void>, takeIn: (html: string) => void,
   *   isMine: (id: string) => boolean}} room `bring` fetches the card of an entry, `takeIn` puts one
   *   in the place of an older one
   * @param {object} news what the overlay tells of it
   */
  constructor({ prose, margin, bring, takeIn, isMine }, news) {
    this.#prose = prose;
    this.#margin = margin;
    this.#bring = bring;
    this.#takeIn = takeIn;
    this.#isMine = isMine;
    this.#order = new Map([...prose.querySelectorAll(".block[data-key]")].map((block, i) => [block.dataset.key, i]));
    this.#seen = new Seen(prose);
    this.#add(news.entries);
    this.#bar = make("section", { class: "catch-up", "aria-label": say("new"), hidden: true });
    prose.closest(".room").append(this.#bar);
    this.#furnish(news);
    bind("n", "new-next", () => this.#step(1));
    bind("p", "new-previous", () => this.#step(-1));
    new MutationObserver((changes) => changes.some(isOfNotes) && this.#refresh()).observe(prose.closest(".room"), {
      childList: true,
      subtree: true,
      attributeFilter: ["class"],
    });
    this.#refresh();
    this.#count();
    if (!news.opened) this.#seen.send();
  }

  #add(entries) {
    for (const one of entries) this.#entries.push({ isSeen: false, isKept: false, ...one });
    const place = ({ block }) => this.#order.get(block) ?? Infinity;
    this.#entries.sort((a, b) => place(a) - place(b) || a.start - b.start || a.key.localeCompare(b.key) || a.seqs[0] - b.seqs[0]);
  }

  get #unseen() {
    return this.#entries.filter((one) => !one.isSeen);
  }

  #card(one) {
    return document.getElementById(`n-${one.key}`);
  }

  /** Where an entry stands; null where its thread's card does not bring it yet. */
  #element(one) {
    return standsAt(this.#card(one), one.id);
  }

  #furnish({ entries, changes, stopped, more }) {
    const last = this.#prose.querySelector(`.block[data-key="${CSS.escape(stopped)}"]`);
    const parts = [];
    if (changes) parts.push(this.#changed(changes));
    if (entries.length > 0) parts.push(this.#walk());
    if (more) parts.push(make("a", { class: "btn plain", href: `${location.pathname}new/` }, say("new-more", { n: more })));
    // Who came for one place is not sent to another
    if (last?.dataset.number > 1 && !location.hash && !isInView(last)) parts.push(this.#continue(last));
    if (parts.length === 0) return;
    // The head of a phone has two rows
    this.#bar.style.setProperty("--head", `${document.querySelector("header.bar").offsetHeight}px`);
    this.#bar.append(...parts, button(icon("close"), () => this.#showBar(false), { class: "btn plain", "aria-label": say("close") }));
    this.#showBar(true);
  }

  #showBar(on) {
    this.#bar.hidden = !on;
    document.documentElement.classList.toggle("is-catching-up", on);
  }

  #walk() {
    const previous = button(say("new-previous"), () => this.#step(-1), { class: "btn plain" });
    const next = button(say("new-next"), () => this.#step(1));
    return make("p", { class: "catch-up-walk" }, make("b", { class: "tag new" }), previous, next);
  }

  #changed(url) {
    const link = make("a", { href: url }, say("new-see-changes"));
    link.addEventListener("click", () => this.#seen.text());
    return make("p", {}, say("new-text"), " ", link);
  }

  /** Leads to where one stopped, until one is there. */
  #continue(block) {
    const link = make("a", { class: "btn plain", href: `#${block.id}` }, say("new-continue", { n: block.dataset.number }));
    const watcher = new IntersectionObserver(([{ isIntersecting }]) => {
      if (!isIntersecting) return;
      watcher.disconnect();
      link.remove();
      if (this.#bar.childElementCount === 1) this.#showBar(false);
    });
    watcher.observe(block);
    return link;
  }

  /** Marks what has come meanwhile, and takes in what was chosen. */
  #refresh() {
    for (const one of this.#entries) this.#mark(one);
    for (const [key, entries] of grouped(this.#entries, "key")) this.#markCard(key, entries);
    const { card } = this.#margin;
    if (card) this.#offerUnread(card);
    const key = card && keyOf(card);
    if (key === this.#chosen) return;
    this.#chosen = key;
    // What an address chose by itself is read when it was looked at
    if (key && this.#lingering.hasActed) this.#readIn(card);
  }

  /** A chosen note is read as far as it is in view; the rest of it when the reader gets there. */
  #readIn(card) {
    for (const one of this.#entries) {
      const words = one.key === keyOf(card) && !one.isKept && this.#watched.get(one);
      if (words && isInView(words)) this.#see(one);
    }
  }

  /** The entry itself says that it is new, and no other of its thread. */
  #mark(one) {
    const element = this.#element(one);
    if (!element || element.classList.contains("is-new")) return;
    element.classList.add("is-new");
    headOf(element)?.append(make("span", { class: one.isSeen ? "tag" : "tag new", "data-new": true }, say(one.said ? "new" : "new-changed")));
    if (!one.isSeen && !one.isKept) this.#watch(one, element);
  }

  /** Of a settled thread that is folded one line can be read, and it may say what is new. */
  #watch(one, element) {
    const words = wordsOf(element);
    const read = one.said || words.checkVisibility() ? words : headOf(element);
    this.#forget(one);
    this.#watched.set(one, read);
    this.#lingering.watch(read, () => this.#see(one));
  }

  #forget(one) {
    if (this.#watched.has(one)) this.#lingering.forget(this.#watched.get(one));
    this.#watched.delete(one);
  }

  /** A card, its sign and the link to the rest of its replies tell of what is still new in it. */
  #markCard(key, entries) {
    const card = document.getElementById(`n-${key}`);
    const unseen = entries.filter((one) => !one.isSeen);
    card?.classList.toggle("is-unread", unseen.length > 0);
    document.getElementById(`s-${key}`)?.classList.toggle("new", unseen.length > 0);
    const rest = card?.querySelector("a[data-rest]");
    if (!rest) return;
    const n = unseen.filter((one) => !this.#element(one)).length;
    const words = n > 0 ? say("unread", { n }) : "";
    const known = rest.parentElement.querySelector("[data-new]");
    if ((known?.textContent ?? "") === words) return;
    known?.remove();
    if (words) rest.after(make("span", { class: "tag new", "data-new": true }, words));
  }

  #see(one) {
    if (one.isSeen) return;
    one.isSeen = true;
    this.#seen.add(one);
    this.#forget(one);
    const element = this.#element(one);
    if (element) headOf(element)?.querySelector("[data-new]")?.classList.remove("new");
    this.#markCard(one.key, this.#entries.filter(({ key }) => key === one.key));
    this.#count();
  }

  /** To the next or the previous that is new; from the last on, round to what was passed over. */
  async #step(by) {
    const from = this.#at ? this.#entries.indexOf(this.#at) : by > 0 ? -1 : this.#entries.length;
    const isNew = (one) => !one.isSeen || one.isKept;
    const one =
      by < 0
        ? this.#entries[from - 1]
        : (this.#entries.slice(from + 1).find(isNew) ?? this.#entries.find((other) => isNew(other) && other !== this.#at));
    if (one) await this.#go(one);
    else if (by > 0) this.#end();
  }

  async #go(one) {
    this.#at = one;
    one.isKept = false;
    // One goes to this one: what else is new in its thread is not read by that
    this.#chosen = one.key;
    if (!this.#card(one)) await this.#bring(one);
    if (!this.#card(one)) return this.#leaveFor(one);
    await this.#margin.choose(one.key, { scroll: true });
    if (!this.#element(one)) await fetchWith(this.#card(one), one.id, this.#takeIn);
    const element = this.#element(one);
    if (!element) return this.#leaveFor(one);
    reach(element);
    this.#see(one);
    announce(say("new-at", { n: this.#entries.indexOf(one) + 1, total: this.#entries.length }));
  }

  /** What cannot be brought here (the four hundred and first reply) has a page of its own. */
  #leaveFor(one) {
    this.#see(one);
    location.assign(`/annotations/${one.id}/`);
  }

  #end() {
    announce(say("new-none"));
    this.#bar.querySelector(".catch-up-end")?.focus();
  }

  /** Says everywhere how much is left. */
  #count() {
    const unseen = this.#unseen;
    document.title = unseen.length > 0 ? `(${unseen.length}) ${this.#title}` : this.#title;
    const walk = this.#bar.querySelector(".catch-up-walk");
    if (walk) walk.firstChild.textContent = say("unread", { n: unseen.length });
    if (unseen.length === 0) this.#finish(walk);
    const byBlock = grouped(unseen, "block");
    for (const block of this.#prose.querySelectorAll(".block[data-key]")) {
      const here = byBlock.get(block.dataset.key)?.length ?? 0;
      if (here) block.dataset.new = here;
      else delete block.dataset.new;
    }
    this.#countSections();
    document.dispatchEvent(new CustomEvent("ncr:new", { detail: { count: unseen.length } }));
  }

  #finish(walk) {
    if (!walk || this.#bar.querySelector(".catch-up-end")) return;
    walk.firstChild.hidden = true;
    walk.lastChild.hidden = true;
    walk.append(make("b", { class: "catch-up-end", tabindex: -1 }, say("new-none")));
    announce(say("new-none"));
  }

  #countSections() {
    let item = null;
    const counts = new Map();
    for (const block of this.#prose.querySelectorAll(".block[data-key]")) {
      item = document.querySelector(`.toc a[href="#p-${CSS.escape(block.dataset.key)}"]`)?.parentElement ?? item;
      if (item) counts.set(item, (counts.get(item) ?? 0) + Number(block.dataset.new ?? 0));
    }
    for (const [section, n] of counts) {
      section.querySelector(".tag.new")?.remove();
      if (n > 0) section.append(make("span", { class: "tag new" }, say("unread", { n })));
    }
  }

  #offerUnread(card) {
    const acts = openingActs(card);
    const known = document.querySelector("[data-unread-again]");
    if (!acts || acts.contains(known)) return;
    known?.remove();
    if (!this.#hasOthers(card)) return;
    acts.append(button(say("new-unread"), () => this.#unread(card), { class: "btn plain quiet", "data-unread-again": true }));
  }

  /** Whether anybody else says something in a thread: what is one's own is never new. */
  #hasOthers(card) {
    const rows = [...card.querySelectorAll(".acts[data-of]")];
    return rows.some(({ dataset }) => !this.#isMine(dataset.of)) || card.querySelector("a[data-rest]") !== null;
  }

  #unmark(one) {
    const element = this.#element(one);
    element?.classList.remove("is-new");
    if (element) headOf(element)?.querySelector("[data-new]")?.remove();
  }

  async #unread(card) {
    const entries = await this.#seen.takeBack(card.dataset.thread);
    if (!entries) return announce(say("new-unread-not"));
    const ids = new Set(entries.map(({ id }) => id));
    this.#entries = this.#entries.filter(({ id }) => !ids.has(id));
    for (const one of entries) this.#unmark(one);
    this.#add(entries.map((one) => ({ ...one, isKept: true })));
    const walk = this.#bar.querySelector(".catch-up-walk");
    this.#bar.querySelector(".catch-up-end")?.remove();
    for (const part of walk?.children ?? []) part.hidden = false;
    if (!walk) this.#bar.prepend(this.#walk());
    this.#showBar(true);
    this.#refresh();
    this.#count();
    announce(say("new-unread-done"));
  }
}

function grouped(entries, name) {
  const found = new Map();
  for (const one of entries) found.set(one[name], [...(found.get(one[name]) ?? []), one]);
  return found;
}

/** Whether something changed in the notes or the text; what only counts them changes with each step. */
function isOfNotes({ target }) {
  return !target.closest(".strip, .outline, .catch-up");
}
