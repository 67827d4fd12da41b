/**
 * What a reader has read without saying so: it stood before them for as long as its words take. The
 * time runs only while the window has the focus. Before they have done anything on the page nobody
 * may be looking at all, and then the longest time holds for every length.
 */
const PACE = 5; // words in a second
const SHORTEST = 3_000;
const LONGEST = 15_000;
const TICK = 500;
const LOOKS = Array.from({ length: 11 }, (_, i) => i / 10);

/** For how many milliseconds so many words stand before somebody who reads them. */
export function timeToRead(words) {
  return Math.min(LONGEST, Math.max(SHORTEST, (words / PACE) * 1_000));
}

/**
 * Whether something counts as read.
 * @param {{words: number, shown: number, touched: number}} look how long it was in view in all, and
 *   how long of it since the reader did something on the page, in milliseconds
 */
export function isRead({ words, shown, touched }) {
  return shown >= LONGEST || touched >= timeToRead(words);
}

const wordsIn = (text) => {
  const parts = new Intl.Segmenter(undefined, { granularity: "word" }).segment(text);
  return [...parts].filter(({ isWordLike }) => isWordLike).length;
};

export class Lingering {
  #looks = new Map();
  #shown = new Set();
  #hasActed = false;
  #last = 0;
  #timer = 0;
  #watcher = new IntersectionObserver((found) => this.#look(found), { threshold: LOOKS });

  constructor() {
    for (const act of ["pointerdown", "keydown", "wheel"]) {
      document.addEventListener(act, () => (this.#hasActed = true), { passive: true, capture: true, once: true });
    }
  }

  /** Whether the reader has done anything on the page yet. */
  get hasActed() {
    return this.#hasActed;
  }

  /** Calls `read` once, when what stands in an element counts as read. */
  watch(element, read) {
    this.#looks.set(element, { read, words: wordsIn(element.textContent), shown: 0, touched: 0 });
    this.#watcher.observe(element);
  }

  forget(element) {
    this.#watcher.unobserve(element);
    this.#looks.delete(element);
    this.#shown.delete(element);
  }

  #look(found) {
    for (const { target, intersectionRect, boundingClientRect } of found) {
      const look = this.#looks.get(target);
      if (isHalf(target, intersectionRect.height, boundingClientRect.height)) this.#shown.add(target);
      else if (this.#shown.delete(target)) look.shown = look.touched = 0;
    }
    this.#run();
  }

  #run() {
    if (this.#shown.size === 0) {
      clearInterval(this.#timer);
      this.#timer = 0;
    } else if (!this.#timer) {
      this.#last = performance.now();
      this.#timer = setInterval(() => this.#tick(), TICK);
    }
  }

  #tick() {
    const now = performance.now();
    // A browser that let the page sleep did not show it
    const passed = Math.min(now - this.#last, 2 * TICK);
    this.#last = now;
    if (document.visibilityState !== "visible" || !document.hasFocus()) return;
    for (const element of [...this.#shown]) {
      const look = this.#looks.get(element);
      look.shown += passed;
      if (this.#hasActed) look.touched += passed;
      if (!isRead(look)) continue;
      this.forget(element);
      look.read();
    }
    this.#run();
  }
}

/** Whether at least half of an element is in view, or half of the room there is for it. */
export function isInView(element) {
  const { top, bottom, height } = element.getBoundingClientRect();
  const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return isHalf(element, shown, height);
}

/** What stands in a closed sheet has no height, and neither has the room for it. */
function isHalf(element, shown, height) {
  return shown > 0 && shown >= Math.min(height, roomOf(element)) / 2;
}

/** The height that can be seen of what an element stands in: the sheet of a phone, or the window. */
function roomOf(element) {
  return element.closest(".sheet")?.clientHeight ?? innerHeight;
}
