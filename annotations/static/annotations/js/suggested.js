/**
 * Suggested marks, for who is signed in: painted over the text, never like a mark of somebody's. A
 * line beside the outline tells how many there are; a press on one, or on the link after its block,
 * leads to where they are confirmed.
 */
import { isPlainClick, make } from "./make.js";
import { rangeOf } from "./offsets.js";
import { paint } from "./paint.js";
import { pointUnder } from "./passages.js";
import { blocksNear, whileScrolling } from "./scrolling.js";

export class Suggested {
  #prose;
  #url;
  #in = new Map(); // by block, its places with their ranges
  #blocks;

  /** Fetches what is suggested in this text, and shows it where there is something. */
  static async show(prose, outline) {
    const { slug, revision } = document.body.dataset;
    const response = await fetch(`/articles/${encodeURIComponent(slug)}/suggested/places/`, {
      headers: { Accept: "application/json" },
      cache: "no-store",
    }).catch(() => null);
    const told = response?.ok ? await response.json() : null;
    // Of another text than the one that lies open the places would be wrong
    if (!told?.words || String(told.revision) !== revision) return;
    new Suggested(prose, told);
    const line = make("p", { class: "all" }, make("a", { href: told.url, "data-suggested": true }, told.words));
    (outline?.querySelector("[data-sweep]") ?? outline?.querySelector("details > :last-child"))?.before(line);
  }

  constructor(prose, { url, places, blocks }) {
    this.#prose = prose;
    this.#url = url;
    for (const place of places) this.#keep(place);
    this.#blocks = [...this.#in.keys()];
    for (const block of this.#blocks) this.#lead(block, blocks[block.dataset.key]);
    prose.addEventListener("click", (event) => this.#follow(event));
    whileScrolling(() => this.#paint());
  }

  #keep(place) {
    const range = rangeOf(place, this.#prose);
    const block = document.getElementById(`p-${place.start_key}`);
    if (!range || !block) return;
    if (!this.#in.has(block)) this.#in.set(block, []);
    // Static ones: a browser goes through all others whenever the page changes
    this.#in.get(block).push({ key: place.key, range: new StaticRange(range) });
  }

  /** The way for the keyboard, after the block's own text. */
  #lead(block, words) {
    const [{ key }] = this.#in.get(block);
    const { lang } = document.documentElement;
    block.append(make("a", { class: "suggested-here", href: this.#addressOf(key), lang }, words));
  }

  #addressOf(key) {
    return `${this.#url}?at=${key}#s-${key}`;
  }

  #paint() {
    const near = blocksNear(this.#blocks, innerHeight);
    paint("suggested", near.flatMap((block) => this.#in.get(block).map(({ range }) => range)));
  }

  #follow(event) {
    const places = this.#in.get(event.target.closest?.(".block"));
    const isBusy = document.documentElement.classList.contains("is-sweeping") || !getSelection().isCollapsed;
    if (!places || isBusy || !isPlainClick(event) || event.target.closest("a, button, .hl[data-threads]")) return;
    const point = pointUnder(event);
    const there = point && places.find(({ range }) => holds(range, point));
    if (there) location.assign(this.#addressOf(there.key));
  }
}

function holds({ startContainer, startOffset, endContainer, endOffset }, { node, offset }) {
  const range = document.createRange();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range.isPointInRange(node, offset);
}
