/**
 * The topics of an article: choosing one marks its passages in the text and shows their cards
 * alone; choosing it again, or Escape, shows everything. Without this each is a link to the topic.
 */
import { announce, button, make } from "./make.js";
import { say } from "./strings.js";

export class TopicMarks {
  #list;
  #line;
  #page;
  #chosen = null;
  #wasBusy = false;

  /**
   * @param {Element|null} aside where the list of topics is
   * @param {{slug: string, mark: (found: object|null) => void, isBusy: () => boolean}} page
   *   `isBusy` tells whether Escape is first something else's, a chosen note's or a form's
   */
  constructor(aside, page) {
    this.#page = page;
    this.#list = aside?.querySelector(".topic-list") ?? null;
    this.#line = make("p", { class: "topic-chosen" });
    if (this.#list) this.#furnish();
    else this.#place = () => this.#found(aside);
    addEventListener("keydown", () => (this.#wasBusy = this.#page.isBusy()), true);
    addEventListener("keydown", (event) => this.#escape(event));
  }

  #place = () => {};

  #furnish() {
    for (const link of this.#list.querySelectorAll("a[data-topic]")) this.#turn(link);
    this.#list.after(this.#line);
  }

  /** A list where the page came without one, since everything filed here is the reader's own. */
  #found(aside) {
    const before = aside?.querySelector(".left-over");
    if (!before) return;
    this.#list = make("ul", { class: "topic-list" });
    before.after(make("h2", { class: "side-head" }, say("topic-yours")), this.#list);
    this.#furnish();
  }

  /** Adds the topics of what this reader alone sees here; one that is listed counts for both. */
  add(topics) {
    if (topics.length > 0) this.#place();
    if (!this.#list) return;
    for (const { name, slug, count } of topics) {
      const known = this.#list.querySelector(`[data-topic="${CSS.escape(slug)}"]`);
      if (known) {
        const number = known.parentElement.querySelector("span");
        number.textContent = String(Number(number.textContent) + count);
        continue;
      }
      const link = make("a", { href: this.#urlOf(slug), "data-topic": slug, dir: "auto" }, name);
      this.#list.append(make("li", {}, link, " ", make("span", {}, String(count))));
      this.#turn(link);
    }
  }

  #urlOf(slug) {
    return `/topics/${encodeURIComponent(slug)}/?article=${encodeURIComponent(this.#page.slug)}`;
  }

  #turn(link) {
    const { topic } = link.dataset;
    const attributes = { class: null, "data-topic": topic, "aria-pressed": "false", dir: "auto" };
    link.replaceWith(button(link.textContent, ({ currentTarget }) => this.#toggle(currentTarget), attributes));
  }

  async #toggle(pressed) {
    if (this.#chosen === pressed) return this.clear();
    this.#press(pressed);
    const found = await this.#ask(pressed.dataset.topic);
    if (this.#chosen !== pressed) return;
    if (!found) return this.#failed(pressed);
    this.#page.mark(found);
    this.#tell(found);
  }

  #press(pressed) {
    this.#chosen?.setAttribute("aria-pressed", "false");
    this.#chosen = pressed;
    pressed?.setAttribute("aria-pressed", "true");
  }

  async #ask(topic) {
    try {
      const response = await fetch(
        `/articles/${encodeURIComponent(this.#page.slug)}/topics/${encodeURIComponent(topic)}/`,
        { headers: { Accept: "application/json" } },
      );
      return response.ok ? await response.json() : null;
    } catch {
      return null;
    }
  }

  #tell({ name, url, keys }) {
    const words = say("topic-marked", { name, n: keys.length });
    const first = keys.length > 0 ? make("a", { class: "btn plain", href: `#n-${keys[0]}` }, say("topic-first")) : null;
    this.#line.replaceChildren(
      make("span", {}, words),
      ...[first, make("a", { class: "btn plain", href: url }, say("topic-all"))].filter(Boolean),
      button(say("topic-clear"), () => this.clear(), { class: "btn plain" }),
    );
    announce(words);
  }

  #failed(pressed) {
    this.#press(null);
    this.#page.mark(null);
    this.#line.replaceChildren(make("a", { href: this.#urlOf(pressed.dataset.topic) }, say("topic-failed")));
    announce(say("topic-failed"));
  }

  /** Shows everything again; the focus goes back to the topic when it was beside it. */
  clear() {
    const pressed = this.#chosen;
    if (!pressed) return;
    const hadFocus = this.#line.contains(document.activeElement);
    this.#press(null);
    this.#line.replaceChildren();
    this.#page.mark(null);
    if (hadFocus) pressed.focus({ preventScroll: true });
  }

  #escape(event) {
    if (event.key === "Escape" && !event.defaultPrevented && !this.#wasBusy) this.clear();
  }
}
