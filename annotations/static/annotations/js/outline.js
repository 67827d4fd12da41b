/** Where am I: the section in the outline, the paragraph, and how much of the text is left. */
import { make } from "./make.js";
import { begunAbove, whileScrolling } from "./scrolling.js";
import { say } from "./strings.js";

export class Outline {
  #aside;
  #blocks;
  #entries;
  #left;
  #bar;
  #total;
  #before = [];
  #length = 0;
  #minutes = Number(document.body.dataset.minutes) || 0;
  #section;

  /** @param {Element} prose the article @param {Element|null} aside its outline */
  constructor(prose, aside) {
    this.#aside = aside;
    this.#blocks = [...prose.querySelectorAll(".block")];
    this.#entries = new Map(
      [...(aside?.querySelectorAll('.toc a[href^="#p-"]') ?? [])].map((link) => [link.hash.slice(3), link]),
    );
    this.#total = this.#blocks.filter((block) => block.dataset.number).length;
    this.#left = aside?.querySelector(".left-over") ?? null;
    this.#bar = make("progress", { class: "bar-progress", max: 100, value: 0, "aria-label": say("read") });
    document.querySelector(".bar")?.append(this.#bar);
    for (const block of this.#blocks) {
      this.#before.push(this.#length);
      this.#length += Number(block.dataset.length);
    }
    this.#unfold(aside?.querySelector("details"));
    whileScrolling(() => this.#mark());
  }

  /** Beside the text it stands open; where it lies above, one who opened it keeps it open. */
  #unfold(details) {
    if (!details) return;
    let wasBeside = false;
    const follow = () => {
      const isBeside = getComputedStyle(this.#aside).position === "sticky";
      if (isBeside !== wasBeside) details.open = wasBeside = isBeside;
    };
    addEventListener("resize", follow);
    follow();
  }

  #mark() {
    if (this.#blocks.length === 0) return;
    // the last block that begins above the upper third of the window
    const at = Math.max(0, begunAbove(this.#blocks, innerHeight / 3) - 1);
    const read = this.#readSoFar(at);
    this.#bar.value = Math.round(100 * read);
    this.#say(at, Math.ceil(this.#minutes * (1 - read)));
    let section;
    for (let i = at; i >= 0 && !section; i--) section = this.#entries.get(this.#blocks[i].dataset.key);
    if (section === this.#section) return;
    this.#point(this.#section, false);
    this.#point(section, true);
    this.#section = section;
    this.#show(section);
  }

  #point(link, isHere) {
    link?.parentElement.classList.toggle("here", isHere);
    if (isHere) link?.setAttribute("aria-current", "location");
    else link?.removeAttribute("aria-current");
  }

  /** A long outline follows the text. */
  #show(link) {
    if (!link || this.#aside.scrollHeight <= this.#aside.clientHeight) return;
    const { top, bottom } = link.getBoundingClientRect();
    const frame = this.#aside.getBoundingClientRect();
    if (top < frame.top || bottom > frame.bottom) this.#aside.scrollTop += top - frame.top - frame.height / 3;
  }

  /** The part of the text's letters above where one reads. */
  #readSoFar(at) {
    if (innerHeight + scrollY >= document.documentElement.scrollHeight - 2) return 1;
    return this.#before[at] / (this.#length || 1);
  }

  #say(at, minutes) {
    let here = at;
    while (here > 0 && !this.#blocks[here].dataset.number) here -= 1;
    const place = { n: this.#blocks[here].dataset.number || 1, total: this.#total, minutes };
    const words = say(minutes ? "paragraph-left" : "paragraph-of", place);
    this.#bar.setAttribute("aria-valuetext", words);
    if (this.#left) this.#left.textContent = words;
  }
}
