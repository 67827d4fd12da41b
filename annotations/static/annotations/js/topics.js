/**
 * Topics as tokens with suggestions (an ARIA combobox with a listbox). The plain text field
 * stays what is posted: names with commas between them. The last option proposes a new topic.
 */
import { announce, calm, make } from "./make.js";
import { say } from "./strings.js";

let counter = 0;

/** Names in a comma-separated field: trimmed, none empty, none twice but for its case. */
export function namesIn(text) {
  const seen = new Set();
  return text
    .split(",")
    .map((name) => name.trim().replace(/\s+/g, " "))
    .filter((name) => name && !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

/** A topic's name, with the other name by which it was found. */
function named(name, alias) {
  const other = alias ? make("span", { class: "also-small", dir: "auto" }, alias) : null;
  return make("span", { dir: "auto" }, name, other);
}

export class Topics {
  #plain;
  #input;
  #box;
  #list;
  #at = -1;
  #asked = null;
  #suggest = calm((query) => this.#ask(query), 150);

  /** @param {HTMLInputElement} plain the field that is posted */
  constructor(plain) {
    this.#plain = plain;
    const id = `topics-${++counter}`;
    this.#list = make("ul", { class: "options", id: `${id}-list`, role: "listbox", "aria-label": this.#labelText(), hidden: true });
    this.#input = make("input", {
      id: `${id}-input`,
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": `${id}-list`,
      "aria-describedby": plain.getAttribute("aria-describedby"),
      autocomplete: "off",
      autocapitalize: "off",
      maxlength: 80,
    });
    this.#box = make("div", { class: "tokens" }, this.#input, this.#list);
    this.#label()?.setAttribute("for", this.#input.id);
    plain.hidden = true;
    plain.after(this.#box);
    this.#listen();
    this.show();
  }

  #label() {
    return this.#plain.labels?.[0] ?? null;
  }

  #labelText() {
    return this.#label()?.textContent.trim() ?? "";
  }

  #listen() {
    this.#input.addEventListener("input", () => this.#typed());
    this.#input.addEventListener("focus", () => this.#suggest(this.#input.value));
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("blur", () => this.#leave());
    // the field would lose the focus, and with it the list, before the click arrives
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => this.#take(event.target.closest("[role=option]")));
    this.#box.addEventListener("click", (event) => {
      const token = event.target.closest(".token");
      if (token) this.#remove(token.dataset.name);
      else if (event.target === this.#box) this.#input.focus();
    });
  }

  focus() {
    this.#input.focus();
  }

  /** Shows the tokens of what the plain field holds. */
  show() {
    for (const token of this.#box.querySelectorAll(".token")) token.remove();
    const tokens = namesIn(this.#plain.value).map((name) =>
      make("button", { type: "button", class: "chip token", "data-name": name, "aria-label": say("remove", { name }) }, name),
    );
    this.#input.before(...tokens);
  }

  #change(names) {
    this.#plain.value = names.join(", ");
    this.#plain.dispatchEvent(new Event("input", { bubbles: true }));
    this.show();
  }

  #add(name) {
    this.#change(namesIn(`${this.#plain.value},${name}`));
    this.#input.value = "";
    this.#close();
  }

  #remove(name) {
    this.#change(namesIn(this.#plain.value).filter((each) => each !== name));
    this.#input.focus();
  }

  #typed() {
    const parts = this.#input.value.split(",");
    if (parts.length > 1) {
      for (const name of parts) if (name.trim()) this.#add(name);
      return;
    }
    this.#suggest(this.#input.value);
  }

  /** What stands in the field when the reader leaves it counts as meant. */
  #leave() {
    if (this.#input.value.trim()) this.#add(this.#input.value);
    this.#close();
  }

  async #ask(query) {
    this.#asked?.abort();
    this.#asked = new AbortController();
    const article = document.body.dataset.slug;
    const search = new URLSearchParams({ q: query.trim(), ...(article ? { article } : {}) });
    try {
      const response = await fetch(`/api/topics?${search}`, { signal: this.#asked.signal });
      if (response.ok) this.#open(await response.json(), query.trim());
    } catch {
      // Without suggestions the field still takes what is typed.
    }
  }

  #open(found, query) {
    if (document.activeElement !== this.#input) return;
    const taken = new Set(namesIn(this.#plain.value).map((name) => name.toLowerCase()));
    const options = found
      .filter(({ name }) => !taken.has(name.toLowerCase()))
      .slice(0, 8)
      .map(({ name, count, alias }) => this.#option(name, named(name, alias), make("span", { class: "quiet" }, String(count || ""))));
    const isIt = (each) => each?.toLowerCase() === query.toLowerCase();
    const isKnown = taken.has(query.toLowerCase()) || found.some(({ name, alias }) => isIt(name) || isIt(alias));
    if (query && !isKnown) options.push(this.#option(query, make("span", {}, say("new-topic", { name: query }))));
    options.forEach((option, i) => (option.id = `${this.#list.id}-${i}`));
    this.#list.replaceChildren(...options);
    this.#at = -1;
    this.#expand(options.length > 0);
    if (options.length > 0) announce(say("topics-found", { n: options.length }));
  }

  #option(name, ...children) {
    return make("li", { role: "option", "aria-selected": "false", "data-name": name }, ...children);
  }

  #expand(open) {
    this.#list.hidden = !open;
    this.#input.setAttribute("aria-expanded", String(open));
    if (!open) this.#input.removeAttribute("aria-activedescendant");
  }

  #close() {
    this.#suggest.cancel();
    this.#asked?.abort();
    this.#at = -1;
    this.#expand(false);
  }

  #key(event) {
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (this.#list.hidden) this.#suggest.now(this.#input.value);
      else this.#point(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter") {
      this.#enter(event);
    } else if (key === "Escape" && !this.#list.hidden) {
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (key === "Backspace" && this.#input.value === "") {
      const names = namesIn(this.#plain.value);
      if (names.length > 0) this.#change(names.slice(0, -1));
    }
  }

  #enter(event) {
    const option = this.#list.hidden ? null : this.#list.children[this.#at];
    if (!option && !this.#input.value.trim()) return;
    event.preventDefault();
    if (option) this.#take(option);
    else this.#add(this.#input.value);
  }

  #point(step) {
    const options = [...this.#list.children];
    this.#at = (this.#at + step + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === this.#at)));
    this.#input.setAttribute("aria-activedescendant", options[this.#at].id);
    options[this.#at].scrollIntoView({ block: "nearest" });
  }

  #take(option) {
    if (option) this.#add(option.dataset.name);
  }
}
