/**
 * The passages of a page: which threads stand at which words. The server's marks are one
 * source; passages that come later (private, just posted, handed out by window) the other.
 */
import { rangeOf } from "./offsets.js";
import { paint } from "./paint.js";

/** The key of a thread on this page, from its card (`n-…`) or its sign in the text (`s-…`). */
export const keyOf = (element) => element.id.slice(2);

export class Passages {
  #root;
  #marks = new Map();
  #late = new Map();

  /** @param {Element} root the article */
  constructor(root) {
    this.#root = root;
    for (const mark of root.querySelectorAll(".hl[data-threads]")) {
      for (const key of mark.dataset.threads.split(" ")) this.#marksOf(key).push(mark);
    }
  }

  #marksOf(key) {
    if (!this.#marks.has(key)) this.#marks.set(key, []);
    return this.#marks.get(key);
  }

  /** Adds passages without marks and paints them; those it could find in the page are answered. */
  add(passages) {
    const found = [];
    for (const passage of passages) {
      const range = rangeOf(passage, this.#root);
      if (!range || this.#marks.has(passage.key)) continue;
      this.#late.set(passage.key, { ...passage, range });
      found.push({ ...passage, range });
    }
    this.#paint();
    return found;
  }

  #paint() {
    const late = [...this.#late.values()];
    paint("private", late.filter(({ label }) => !/^\d/.test(label)).map(({ range }) => range));
    paint("own", late.filter(({ label }) => /^\d/.test(label)).map(({ range }) => range));
  }

  /** Where the passage of a thread begins: an element or a range to measure; null if nowhere here. */
  beginningOf(key) {
    return this.#marks.get(key)?.[0] ?? this.#late.get(key)?.range ?? null;
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
    const point = this.#late.size > 0 ? pointUnder(event) : null;
    if (!point) return [];
    return [...this.#late.values()]
      .filter(({ range }) => range.isPointInRange(point.node, point.offset))
      .map(({ key }) => key);
  }

  /** Marks the passages of these threads as those of a topic, and no others. */
  markTopic(keys) {
    for (const element of this.#root.querySelectorAll(".topical")) element.classList.remove("topical");
    for (const key of keys) for (const mark of this.#marks.get(key) ?? []) mark.classList.add("topical");
    paint("topic", keys.filter((key) => this.#late.has(key)).map((key) => this.#late.get(key).range));
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
function pointUnder({ clientX, clientY }) {
  const position = document.caretPositionFromPoint?.(clientX, clientY);
  if (position?.offsetNode) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
