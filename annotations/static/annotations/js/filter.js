/**
 * Which notes are shown. The filter is the query of the address (`?kind=question&mine=1`), so that
 * it can be shared; the server says what it lets through, of the whole article. The topics of the
 * outline are buttons of it. Without this all of these are links.
 */
import { announce, button, make } from "./make.js";
import { say } from "./strings.js";

const NAMES = ["kind", "topic", "person", "audience", "mine", "new", "open", "order"];

export class Filter {
  #slug;
  #show;
  #hide;
  #aside;
  #list;
  #line = make("div", { class: "filter-line" });
  #wanted = new URLSearchParams();
  #asked = 0;

  /**
   * @param {Element|null} aside the outline
   * @param {{slug: string, show: (found: object|null, order: string) => void, hide: (on: boolean) => void}} page
   */
  constructor(aside, { slug, show, hide }) {
    this.#slug = slug;
    this.#show = show;
    this.#hide = hide;
    this.#aside = aside;
    aside?.append(this.#line);
    this.#list = aside?.querySelector(".topic-list") ?? null;
    for (const link of this.#list?.querySelectorAll("a[data-topic]") ?? []) this.#turn(link);
    const opener = aside?.querySelector("a[data-filter]");
    opener?.replaceWith(button(opener.textContent, () => this.open(), { "data-filter": true }));
  }

  /** Takes the filter that the address names. */
  begin() {
    const asked = new URLSearchParams(location.search);
    if (asked.get("notes") === "none") this.toggleAll();
    for (const name of NAMES) if (asked.get(name)) this.#wanted.set(name, asked.get(name));
    if (this.isChosen) this.#apply();
  }

  get isChosen() {
    return this.#wanted.size > 0;
  }

  /** Adds the topics of what this reader alone sees here; one that is listed counts for both. */
  add(topics) {
    if (topics.length > 0 && !this.#list) this.#found();
    for (const { name, slug, count } of topics) {
      const known = this.#topic(slug);
      if (known) {
        const number = known.parentElement.querySelector("span");
        const sum = Number(number.textContent) + count;
        number.textContent = String(sum);
        if (sum <= 0) known.parentElement.remove();
        continue;
      }
      const link = make("a", { "data-topic": slug, dir: "auto" }, name);
      this.#list?.append(make("li", {}, link, " ", make("span", {}, String(count))));
      this.#turn(link);
    }
  }

  /** A list where the page came without one, since everything filed here is the reader's own. */
  #found() {
    this.#list = make("ul", { class: "topic-list" });
    this.#aside?.querySelector(".left-over")?.after(make("h2", { class: "side-head" }, say("topic-yours")), this.#list);
  }

  #topic(slug) {
    return this.#list?.querySelector(`[data-topic="${CSS.escape(slug)}"]`);
  }

  #turn(link) {
    const { topic } = link.dataset;
    const toggle = () => this.set({ topic: this.#wanted.get("topic") === topic ? "" : topic });
    const pressed = String(this.#wanted.get("topic") === topic);
    link.replaceWith(button(link.textContent, toggle, { class: null, "data-topic": topic, "aria-pressed": pressed, dir: "auto" }));
  }

  /** Changes some of the filter; an empty value asks for nothing. */
  set(values) {
    for (const [name, value] of Object.entries(values)) {
      if (!NAMES.includes(name)) continue;
      if (value && !(name === "order" && value === "text")) this.#wanted.set(name, value);
      else this.#wanted.delete(name);
    }
    return this.#apply();
  }

  /** Shows everything again; the focus stays near where it was. */
  clear() {
    const topic = this.#topic(this.#wanted.get("topic"));
    const hadFocus = this.#line.contains(document.activeElement);
    this.#wanted = new URLSearchParams();
    this.#apply();
    if (hadFocus) (topic ?? this.#aside.querySelector("[data-filter]"))?.focus({ preventScroll: true });
  }

  /** Hides all notes and their marks, or shows them again. */
  toggleAll() {
    const isHidden = document.body.classList.toggle("is-bare");
    this.#hide(isHidden);
    this.#write();
    this.#tell(null);
    announce(say(isHidden ? "notes-hidden" : "notes-shown"));
  }

  #write() {
    const address = new URL(location.href);
    for (const name of [...NAMES, "notes"]) address.searchParams.delete(name);
    for (const [name, value] of this.#wanted) address.searchParams.set(name, value);
    if (document.body.classList.contains("is-bare")) address.searchParams.set("notes", "none");
    history.replaceState(history.state, "", address);
  }

  async #apply() {
    const turn = ++this.#asked;
    this.#write();
    for (const each of this.#list?.querySelectorAll("[aria-pressed]") ?? []) {
      each.setAttribute("aria-pressed", String(each.dataset.topic === this.#wanted.get("topic")));
    }
    const found = this.isChosen ? await this.matching(this.#wanted) : null;
    if (turn !== this.#asked) return;
    if (this.isChosen && !found) return this.#failed();
    this.#show(found, this.#wanted.get("order") ?? "text");
    this.#tell(found);
  }

  /** What a filter lets through, as the server says; null when no answer came. */
  async matching(wanted) {
    try {
      const response = await fetch(`/articles/${encodeURIComponent(this.#slug)}/matching/?${new URLSearchParams(wanted)}`);
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  #tell(found) {
    const isBare = document.body.classList.contains("is-bare");
    const all = button(say("filter-clear"), () => (isBare ? this.toggleAll() : this.clear()), { class: "btn plain" });
    if (isBare) return this.#line.replaceChildren(make("p", {}, say("notes-hidden")), all);
    if (!found) return this.#line.replaceChildren();
    const words = found.keys.length > 0 ? say("filter-shown", { n: found.keys.length }) : say("filter-none");
    const chips = found.chips.map(({ name, words: asked }) => {
      const chip = button(asked, () => this.set({ [name]: "" }), { class: "chip on", dir: "auto", "aria-label": say("remove", { name: asked }) });
      chip.append(make("span", { "aria-hidden": "true" }, "×"));
      return chip;
    });
    const first = found.keys.length > 0 ? make("a", { class: "btn plain", href: `#n-${found.keys[0]}` }, say("topic-first")) : null;
    const topic = this.#wanted.get("topic");
    const elsewhere = topic ? make("a", { class: "btn plain", href: this.#urlOf(topic) }, say("topic-all")) : null;
    this.#line.replaceChildren(...[make("div", { class: "chips" }, ...chips), make("p", {}, words), first, elsewhere, all].filter(Boolean));
    announce(words);
  }

  #urlOf(topic) {
    return `/topics/${encodeURIComponent(topic)}/?article=${encodeURIComponent(this.#slug)}`;
  }

  /** No answer: everything is shown, and the same filter is a page's link. */
  #failed() {
    const url = `/articles/${encodeURIComponent(this.#slug)}/discussion/?${this.#wanted}`;
    this.#wanted = new URLSearchParams();
    this.#write();
    for (const each of this.#list?.querySelectorAll("[aria-pressed=true]") ?? []) each.setAttribute("aria-pressed", "false");
    this.#show(null, "text");
    this.#line.replaceChildren(make("a", { href: url }, say("filter-failed")));
    announce(say("filter-failed"));
  }

  /** Opens the form in which the filter is chosen. */
  async open() {
    (await import("./filterform.js")).openFilter(this, this.#slug, this.#wanted);
  }
}
