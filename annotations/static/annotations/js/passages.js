/**
 * The passages of a page: which threads stand at which words. The server's marks are one
 * source; passages that come later (private, just posted, handed out by window) the other.
 *
 * Of those only what stands near the window is painted: a browser goes through all painted
 * ranges whenever the page changes. And they are kept as static ranges, for the same reason.
 */
import { rangeOf } from "./offsets.js";
import { paint } from "./paint.js";
import { blocksNear, whileScrolling } from "./scrolling.js";

/** The key of a thread on this page, from its card (`n-…`) or its sign in the text (`s-…`). */
export const keyOf = (element) => element.id.slice(2);

export class Passages {
  #root;
  #blocks;
  #places = new Map();
  #marks = new Map();
  #late = new Map();
  #lateIn = new Map();
  #near = new Set();
  #ruler = document.createRange();
  #topical = new Set();

  /** @param {Element} root the article */
  constructor(root) {
    this.#root = root;
    this.#blocks = [...root.querySelectorAll(".block[data-key]")];
    this.#blocks.forEach((block, place) => this.#places.set(block.dataset.key, place));
    for (const mark of root.querySelectorAll(".hl[data-threads]")) {
      for (const key of mark.dataset.threads.split(" ")) this.#marksOf(key).push(mark);
    }
    whileScrolling(() => this.#look());
  }

  #marksOf(key) {
    if (!this.#marks.has(key)) this.#marks.set(key, []);
    return this.#marks.get(key);
  }

  /** Adds passages without marks and paints them; those it could find in the page are answered. */
  add(passages) {
    const found = [];
    for (const passage of passages) {
      const range = this.#marks.has(passage.key) ? null : rangeOf(passage, this.#root);
      if (!range) continue;
      this.#late.set(passage.key, { ...passage, range: new StaticRange(range) });
      for (const block of this.#across(passage)) this.#keep(block, passage.key);
      found.push(passage);
    }
    this.#near = this.#nearest();
    this.#paint();
    return found;
  }

  /** Lets the passage of a thread go that is no more. */
  remove(key) {
    const late = this.#late.get(key);
    if (late) for (const block of this.#across(late)) this.#lateIn.get(block)?.delete(key);
    this.#late.delete(key);
    this.#paint();
  }

  /** The blocks in which a passage stands. */
  #across({ start_key, end_key = start_key }) {
    return this.#blocks.slice(this.#places.get(start_key), this.#places.get(end_key) + 1);
  }

  #keep(block, key) {
    if (!this.#lateIn.has(block)) this.#lateIn.set(block, new Set());
    this.#lateIn.get(block).add(key);
  }

  /** What has gone from the window stays painted until something comes. */
  #look() {
    if (this.#lateIn.size === 0) return;
    const known = this.#near;
    this.#near = this.#nearest();
    if ([...this.#near].some((block) => !known.has(block))) this.#paint();
  }

  /** The blocks with something to paint, as far as a window's height away. */
  #nearest() {
    return new Set(blocksNear(this.#blocks, innerHeight).filter((block) => this.#lateIn.has(block)));
  }

  #paint() {
    const keys = new Set([...this.#near].flatMap((block) => [...this.#lateIn.get(block)]));
    const shown = [...keys].map((key) => this.#late.get(key));
    const isPublic = ({ label }) => /^\d/.test(label);
    const rangesOf = (some) => some.map(({ range }) => range);
    paint("private", rangesOf(shown.filter((passage) => !isPublic(passage))));
    paint("topic", rangesOf(shown.filter(({ key }) => this.#topical.has(key))));
    // As in the page itself: of a paragraph as a whole only the sign stands in the text
    paint("own", rangesOf(shown.filter((passage) => isPublic(passage) && !passage.whole)));
  }

  /** Where the passage of a thread stands in the window, line by line; of a marked one its beginning. */
  rectsOf(key) {
    const mark = this.#marks.get(key)?.[0];
    if (mark) return [...mark.getClientRects()];
    const range = this.#late.get(key)?.range;
    return range ? [...this.#measuring(range).getClientRects()] : [];
  }

  #measuring({ startContainer, startOffset, endContainer, endOffset }) {
    this.#ruler.setStart(startContainer, startOffset);
    this.#ruler.setEnd(endContainer, endOffset);
    return this.#ruler;
  }

  /** The link that stands at the end of a passage. */
  siglumOf(key) {
    return document.getElementById(`s-${key}`);
  }

  /** Keys of the threads at a place that was clicked, the shortest passage first. */
  at(event) {
    const mark = event.target.closest?.(".hl[data-threads]");
    if (mark) {
      const keys = mark.dataset.threads.split(" ");
      return keys.toSorted((a, b) => this.#marks.get(a).length - this.#marks.get(b).length);
    }
    const late = this.#lateIn.get(event.target.closest?.(".block"));
    const point = late ? pointUnder(event) : null;
    if (!point) return [];
    return [...late].filter((key) => this.#measuring(this.#late.get(key).range).isPointInRange(point.node, point.offset));
  }

  /** Marks the passages of these threads as those that are asked for, also what comes later. */
  markTopic(keys) {
    for (const element of this.#root.querySelectorAll(".topical")) element.classList.remove("topical");
    this.#topical = new Set(keys);
    for (const key of keys) for (const mark of this.#marks.get(key) ?? []) mark.classList.add("topical");
    this.#paint();
  }

  /** Shows one thread's passage as the chosen one, or none. */
  choose(key) {
    for (const element of this.#root.querySelectorAll(".chosen")) element.classList.remove("chosen");
    for (const mark of this.#marks.get(key) ?? []) mark.classList.add("chosen");
    this.siglumOf(key)?.classList.add("chosen");
    paint("chosen", this.#late.has(key) ? [this.#late.get(key).range] : []);
  }
}

/** The place in the text under the pointer; Safari has only the older of the two names. */
export function pointUnder({ clientX, clientY }) {
  const position = document.caretPositionFromPoint?.(clientX, clientY);
  if (position?.offsetNode) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
