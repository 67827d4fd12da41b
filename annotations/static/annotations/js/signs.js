/** The signs of passages that have no mark: links in the outer edge of the blocks where they end. */
import { make } from "./make.js";
import { keyOf } from "./passages.js";
import { say } from "./strings.js";

const STEP = 24; // a sign is as high as a finger needs it (WCAG 2.2, 2.5.8)

export class Signs {
  #prose;
  #passages;
  #waiting = new Set();
  #scheduled = false;

  /** @param {Element} prose the article @param {Passages} passages where they stand */
  constructor(prose, passages) {
    this.#prose = prose;
    this.#passages = passages;
    // What is not laid out cannot be measured without laying it out
    prose.addEventListener("contentvisibilityautostatechange", () => this.#soon(), { capture: true });
  }

  /** Puts in the signs of passages that were found in the page. */
  show(found) {
    for (const passage of found) {
      const block = document.getElementById(`p-${passage.end_key}`);
      if (!block || !this.#prose.contains(block)) continue;
      listOf(block).append(siglum(passage));
      this.#waiting.add(block);
    }
    this.#spread();
  }

  /** Takes out the sign of a passage that is no more. */
  remove(key) {
    const item = document.getElementById(`s-${key}`)?.closest(".own > li");
    const block = item?.closest(".block");
    item?.remove();
    if (block) this.#waiting.add(block);
    this.#spread();
  }

  #soon() {
    if (this.#scheduled || this.#waiting.size === 0) return;
    this.#scheduled = true;
    requestAnimationFrame(() => {
      this.#scheduled = false;
      this.#spread();
    });
  }

  /** Measures everything, then writes everything, so that layout runs once. */
  #spread() {
    const shown = [...this.#waiting].filter(isLaidOut);
    const measured = shown.map((block) => this.#measure(block));
    for (const items of measured) stand(items);
    for (const block of shown) this.#waiting.delete(block);
  }

  /** The signs of a block, each with the height at which its passage ends. */
  #measure(block) {
    const origin = block.getBoundingClientRect().top;
    return [...block.querySelectorAll(":scope > .own > li")].map((item) => {
      const end = this.#passages.rectsOf(keyOf(item.firstChild)).at(-1);
      return { item, wish: (end?.top ?? origin) - origin };
    });
  }
}

function isLaidOut(block) {
  return block.querySelector("[data-text]").checkVisibility({ contentVisibilityAuto: true });
}

/** The list of signs of a block, which is made when it gets its first. */
function listOf(block) {
  const known = block.querySelector(":scope > .own");
  if (known) return known;
  const list = make("ul", { class: "own", "aria-label": say("private") });
  block.append(list);
  return list;
}

function siglum({ label, key }) {
  const link = make("a", {
    class: "siglum",
    id: `s-${key}`,
    href: `#n-${key}`,
    "data-label": label,
    "aria-label": say("note", { label }),
  });
  return make("li", {}, link);
}

/** One below the other, none above its wish. */
function stand(items) {
  let free = 0;
  for (const { item, wish } of items.toSorted((a, b) => a.wish - b.wish)) {
    const top = Math.max(free, wish);
    item.style.setProperty("inset-block-start", `${Math.round(top)}px`);
    free = top + STEP;
  }
}
