/** Where am I: the section in the outline, the paragraph, and how far the text is read. */
import { make } from "./make.js";
import { say } from "./strings.js";

export class Outline {
  #blocks;
  #entries;
  #left;
  #bar;
  #total;
  #waiting = false;

  /** @param {Element} prose the article @param {Element|null} aside its outline */
  constructor(prose, aside) {
    this.#blocks = [...prose.querySelectorAll(".block")];
    this.#entries = new Map(
      [...(aside?.querySelectorAll('.toc a[href^="#p-"]') ?? [])].map((link) => [link.hash.slice(3), link]),
    );
    this.#total = this.#blocks.filter((block) => block.dataset.number).length;
    this.#left = aside?.querySelector(".left-over") ?? null;
    this.#bar = make("progress", { class: "bar-progress", max: 100, value: 0, "aria-label": say("read") });
    document.querySelector(".bar")?.append(this.#bar);
    this.#unfold(aside?.querySelector("details"));
    document.addEventListener("scroll", () => this.#soon(), { passive: true });
    this.#mark();
  }

  #unfold(details) {
    if (!details) return;
    const wide = matchMedia("(min-width: 64.0625rem)");
    const follow = () => (details.open = wide.matches);
    wide.addEventListener("change", follow);
    // One who unfolded it before this came keeps it unfolded
    if (wide.matches) follow();
  }

  #soon() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#mark();
    });
  }

  /** Index of the last block that begins above the upper third of the window: 10 looks in 1,000. */
  #current() {
    const line = innerHeight / 3;
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#blocks[middle].getBoundingClientRect().top <= line) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  #mark() {
    if (this.#blocks.length === 0) return;
    const at = this.#current();
    this.#bar.value = this.#readSoFar(at);
    this.#say(at);
    let section = null;
    for (let i = at; i >= 0 && !section; i--) section = this.#entries.get(this.#blocks[i].dataset.key);
    for (const link of this.#entries.values()) {
      link.parentElement.classList.toggle("here", link === section);
      if (link === section) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
  }

  #readSoFar(at) {
    const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    return atEnd ? 100 : Math.round((100 * at) / this.#blocks.length);
  }

  #say(at) {
    if (!this.#left) return;
    let here = at;
    while (here > 0 && !this.#blocks[here].dataset.number) here -= 1;
    this.#left.textContent = say("paragraph-of", { n: this.#blocks[here].dataset.number || 1, total: this.#total });
  }
}
