/**
 * The passages of a page: which threads stand at which words. The server's marks are one
 * source; passages that come later (private, just posted, handed out by window) the other.
 */
import { rangeOf } from "./offsets.js";
import { paint } from "./paint.js";

export class Passages {
  #root;
  #marks = new Map();
  #late = new Map();

  /** @param {Element} root the article */
  constructor(root) {
    this.#root = root;
    for (const mark of root.querySelectorAll(".hl[data-threads]")) {
      for (const label of mark.dataset.threads.split(" ")) this.#marksOf(label).push(mark);
    }
  }

  #marksOf(label) {
    if (!this.#marks.has(label)) this.#marks.set(label, []);
    return this.#marks.get(label);
  }

  /** Adds passages without marks and paints them; those it could find in the page are answered. */
  add(passages) {
    const found = [];
    for (const passage of passages) {
      const range = rangeOf(passage, this.#root);
      if (!range || this.#marks.has(passage.label)) continue;
      this.#late.set(passage.label, { ...passage, range });
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
  beginningOf(label) {
    return this.#marks.get(label)?.[0] ?? this.#late.get(label)?.range ?? null;
  }

  /** The link that stands at the end of a passage. */
  siglumOf(label) {
    return document.getElementById(`s-${label}`);
  }

  /** Labels of the threads at a place that was clicked, the shortest passage first. */
  at(event) {
    const mark = event.target.closest?.(".hl[data-threads]");
    if (mark) {
      const labels = mark.dataset.threads.split(" ");
      return labels.toSorted((a, b) => this.#marks.get(a).length - this.#marks.get(b).length);
    }
    const point = this.#late.size > 0 ? pointUnder(event) : null;
    if (!point) return [];
    return [...this.#late.values()]
      .filter(({ range }) => range.isPointInRange(point.node, point.offset))
      .map(({ label }) => label);
  }

  /** Marks the passages of these threads as those of a topic, and no others. */
  markTopic(labels) {
    for (const element of this.#root.querySelectorAll(".topical")) element.classList.remove("topical");
    for (const label of labels) for (const mark of this.#marks.get(label) ?? []) mark.classList.add("topical");
    paint("topic", labels.filter((label) => this.#late.has(label)).map((label) => this.#late.get(label).range));
  }

  /** Shows one thread's passage as the chosen one, or none. */
  choose(label) {
    for (const element of this.#root.querySelectorAll(".chosen")) element.classList.remove("chosen");
    for (const mark of this.#marks.get(label) ?? []) mark.classList.add("chosen");
    this.siglumOf(label)?.classList.add("chosen");
    paint("chosen", this.#late.has(label) ? [this.#late.get(label).range] : []);
  }
}

/** The place in the text under the pointer; Safari has only the older of the two names. */
function pointUnder({ clientX, clientY }) {
  const position = document.caretPositionFromPoint?.(clientX, clientY);
  if (position?.offsetNode) return { node: position.offsetNode, offset: position.offset };
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}
